import { expect, test } from '@jest/globals';
import { keptDraft, openedDraft, saysTheSame } from '../draftOf';
import { MAPPING, OTHER, record } from '../../mappingData/__tests__/records';

test('a saved draft is opened on the version it began from', () => {
  const opened = openedDraft(
    record({ draft: JSON.stringify(OTHER), draftBase: 2, published: 3 }),
    MAPPING,
  );
  expect(opened).toEqual({ draft: OTHER, base: 2, isUnreadable: false });
});

test('without a draft the published version is opened', () => {
  const opened = openedDraft(record({ draftBase: 2, published: 3 }), MAPPING);
  expect(opened).toEqual({ draft: MAPPING, base: 3, isUnreadable: false });
});

test('a draft that is no mapping gives way to the published version, and that is told', () => {
  expect(openedDraft(record({ draft: '{"format":', published: 3 }), MAPPING)).toEqual({
    ...{ draft: MAPPING, base: 3, isUnreadable: true },
  });
});

test('where nothing was published and nothing drafted there is nothing to open', () => {
  expect(openedDraft(record({ published: 0 }), null)).toBeUndefined();
});

test('a draft is kept only where it says something else than the published version', () => {
  expect(keptDraft({ ...MAPPING }, MAPPING)).toBe('');
  expect(JSON.parse(keptDraft(OTHER, MAPPING))).toEqual(OTHER);
  expect(saysTheSame(MAPPING, null)).toBe(false);
});

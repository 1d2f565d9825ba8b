import { expect, jest, test } from '@jest/globals';
import PrivacyPreview from 'c/privacyPreview';
import {
  change,
  expectAccessible,
  find,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { PREVIEW } from '../../privacyData/__tests__/answers';

const shown = (more: object = {}): HTMLElement =>
  show(PrivacyPreview, { preview: PREVIEW, typed: 'a@b.c', names: { '003A': 'Ada' }, ...more });

test('each place is told with its count, what happens there, and why', async () => {
  const preview = shown();
  const places = find(preview, 'c-privacy-places');
  expect(textsOf(places, 'tbody th')).toEqual(PREVIEW.places.map(({ label }) => label));
  expect(textsOf(places, 'td.number')).toEqual(['4', '3', '1']);
  expect(textsOf(places, '.look')).toEqual([
    ...['c.Privacy_Erased', 'c.Privacy_Kept', 'c.Privacy_Anonymised'],
  ]);
  expect(textsOf(places, '.note')).toContain('Totals stay right.');
  expect(find(preview, 'c-record-link').label).toBe('Ada');
  expect(textsOf(find(preview, 'c-privacy-left'), '[data-left]')).toEqual(PREVIEW.leftToDo);
  await expectAccessible(preview);
});

test('it is chosen what happens to records, and as they came is the default', () => {
  const preview = shown();
  const treat = jest.fn();
  preview.addEventListener('treat', (event) => treat((event as CustomEvent).detail));
  const group = find(preview, '[data-id="treat"]');
  expect(group.value).toBe('default');
  change(group, 'unlink');
  change(group, 'default');
  expect(treat.mock.calls).toEqual([['unlink'], ['']]);
});

test('while a request is under way neither button asks for another', () => {
  const preview = shown({ isBusy: true });
  const asked = jest.fn();
  preview.addEventListener('export', asked);
  preview.addEventListener('erase', asked);
  find(preview, '[data-id="export"]').click();
  find(preview, '[data-id="erase"]').click();
  expect(asked).not.toHaveBeenCalled();
});

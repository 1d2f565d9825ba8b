import { expect, jest, test } from '@jest/globals';
import MappingHead from 'c/mappingHead';
import {
  expectAccessible,
  find,
  isShown,
  minutesAgo,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { finding, record, version } from '../../mappingData/__tests__/records';

const GIVEN = { record: record(), mappings: [record()], versions: [version()], base: 2 };

function head(more: object = {}): HTMLElement {
  return show(MappingHead, { ...GIVEN, heardAt: minutesAgo(1), ...more });
}

test('where draft and version say the same there is nothing to discard, and one shop needs no choice', async () => {
  const element = head();
  expect(textsOf(element, '[data-id="version"]')).toEqual(['c.Mapping_Page_Version']);
  expect(textsOf(element, '[data-id="kept"]')).toEqual(['c.Mapping_Page_No_Changes']);
  expect(find(element, '[data-id="discard"]').disabled).toBe(true);
  expect(isShown(element, '[data-id="shop"]')).toBe(false);
  await expectAccessible(element);
});

test('what was pressed is told, and so is the shop that was chosen', () => {
  const other = record({ id: 'm2', shopName: 'Red Shop' });
  const element = head({ changes: 1, canUndo: true, mappings: [record(), other] });
  const heard = jest.fn();
  for (const name of ['undo', 'discard', 'publish']) {
    element.addEventListener(name, () => heard(name as never));
    find(element, `[data-id="${name}"]`).click();
  }
  element.addEventListener('shop', (event) =>
    heard((event as CustomEvent<string>).detail as never),
  );
  find(element, '[data-id="shop"]').dispatchEvent(
    new CustomEvent('change', { detail: { value: 'm2' } }),
  );
  expect(heard.mock.calls).toEqual([['undo'], ['discard'], ['publish'], ['m2']]);
});

test('who may only look is told so and cannot publish', async () => {
  const element = head({ readOnly: true });
  expect(textsOf(element, '[data-id="read-only"]')).toEqual(['c.Mapping_Page_Read_Only']);
  expect(isShown(element, '[data-id="publish"]')).toBe(false);
  await expectAccessible(element);
});

test('a draft from an older version says so, and one that cannot be read too', () => {
  const text = (more: object): string[] => textsOf(head(more), '[data-id="notice"]');
  expect(text({ base: 1, changes: 3 })).toEqual(['c.Mapping_Page_Newer_Base']);
  expect(text({ base: 1, changes: 0 })).toEqual([]);
  expect(text({ isUnreadable: true })).toEqual(['c.Mapping_Page_Unreadable']);
});

test('a conflict offers both drafts', async () => {
  const element = head({ kept: 'conflict', changes: 1 });
  expect(isShown(element, '[data-id="keepmine"]')).toBe(true);
  expect(isShown(element, '[data-id="taketheirs"]')).toBe(true);
  await expectAccessible(element);
});

test('a draft that was not saved can be saved again', async () => {
  const element = head({ kept: 'failed', keptError: new Error('No.'), changes: 1 });
  expect(textsOf(element, '[data-id="not-saved"] span')).toEqual(['c.Mapping_Page_Save_Failed']);
  await expectAccessible(element);
});

test.each([
  [minutesAgo(1), 'c.Mapping_Page_Publishing'],
  [minutesAgo(60), 'c.Mapping_Page_Publishing_Later'],
  ['', 'c.Mapping_Page_Publishing_Never'],
])('while a version waits for a worker heard of at "%s", that is said', (heardAt, text) => {
  const element = head({ outcome: { state: 'asked' }, heardAt, changes: 1 });
  expect(textsOf(element, '[data-id="publishing"]')).toEqual([text]);
});

test('a published version, a refused one with its reasons, and a failure are told', async () => {
  const published = head({ outcome: { state: 'published', number: 3 } });
  expect(textsOf(published, '[data-id="published"]')).toEqual(['c.Mapping_Page_Published']);
  const findings = [finding(), finding({ severity: 'warning' })];
  const refused = head({ outcome: { state: 'refused', findings } });
  expect(find(refused, 'c-mapping-findings').findings).toEqual([finding()]);
  const failed = head({ outcome: { state: 'failed', message: 'No.' } });
  expect(textsOf(failed, '[data-id="failed"]')).toEqual(['c.Mapping_Page_Publish_Failed']);
  await expectAccessible(published);
  await expectAccessible(refused);
  await expectAccessible(failed);
});

import { expect, jest, test } from '@jest/globals';
import MappingVersions from 'c/mappingVersions';
import {
  answer,
  connection,
  expectAccessible,
  find,
  isShown,
  refuse,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { finding, MAPPING, OTHER, version } from '../../mappingData/__tests__/records';

const VERSIONS = [
  version({ id: 'v4', number: 0, status: 'Proposed', publishedAt: '' }),
  version({
    ...{ id: 'v3', number: 0, status: 'Refused', publishedAt: '' },
    problems: JSON.stringify([finding(), finding({ severity: 'warning' })]),
  }),
  version(),
  version({ id: 'v1', number: 1, status: 'Superseded', reason: 'The first.' }),
];
const GIVEN = { mappingId: 'm1', shopId: 's1', publishedNumber: 2, draft: OTHER };

const define = (number: number, mapping: unknown): Promise<void> =>
  answer({
    Mapping_Version__c: connection([
      {
        ...{ Id: `v${number}`, Mapping__c: 'm1', Number__c: number },
        Definition__c: JSON.stringify(mapping),
      },
    ]),
    Sync_Job__c: connection([]),
  });

const page = (more: object = {}): HTMLElement =>
  show(MappingVersions, { ...GIVEN, versions: VERSIONS, ...more });

test('every version says its fate, and only older ones can be brought back', async () => {
  const element = page();
  await define(2, MAPPING);
  expect(textsOf(element, 'h3 .status')).toEqual(
    ['Proposed', 'Refused', 'Published', 'Superseded'].map((one) => `c.Mapping_Versions_${one}`),
  );
  expect(find(element, '[data-id="problems"] c-mapping-findings').findings).toEqual([finding()]);
  const restore = element.shadowRoot?.querySelectorAll<HTMLElement>('[data-id="restore"]') ?? [];
  expect([...restore].map(({ dataset }) => dataset.number)).toEqual(['1']);
  await expectAccessible(element);
});

test('the draft is compared with the version in use, and two versions with each other', async () => {
  const element = page();
  await define(2, MAPPING);
  expect(find(element, 'c-mapping-differences').changes).toHaveLength(1);
  find(element, '[data-id="compare"][data-number="1"]').click();
  await settle();
  await define(1, MAPPING);
  expect(find(element, '[data-id="from"]').value).toBe('1');
  expect(find(element, '[data-id="to"]').value).toBe('2');
  expect(textsOf(element, '[data-id="differences"] p')).toEqual(['c.Mapping_Versions_Alike']);
});

test('a version is brought back with what it says, once that was read', async () => {
  const element = page();
  const restored = jest.fn();
  element.addEventListener('restore', (event) => restored((event as CustomEvent).detail as never));
  await define(2, MAPPING);
  find(element, '[data-id="restore"]').click();
  await settle();
  expect(restored).not.toHaveBeenCalled();
  await define(1, OTHER);
  expect(restored.mock.calls).toEqual([
    [{ mapping: OTHER, reason: 'c.Mapping_Versions_Restore_Reason' }],
  ]);
});

test('a version that cannot be read, and an error, are told', async () => {
  const element = page();
  await define(2, { format: 99 });
  expect(textsOf(element, '[role="alert"]')).toEqual(['c.Mapping_Versions_Unreadable']);
  await refuse('The org is away.');
  expect(textsOf(element, '[role="alert"]')).toEqual(['The org is away.']);
  await expectAccessible(element);
});

test('who may only look compares and brings nothing back; without versions the page teaches', async () => {
  expect(isShown(page({ readOnly: true }), '[data-id="restore"]')).toBe(false);
  const empty = page({ versions: [], publishedNumber: 0 });
  expect(find(empty, 'c-empty-state').heading).toBe('c.Mapping_Versions_Empty_Heading');
  await expectAccessible(empty);
});

import { expect, jest, test } from '@jest/globals';
import SetupMapping from 'c/setupMapping';
import { expectAccessible, find, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';
import { opened } from '../../../../shared/lwc/query/__tests__/navigation';
import { factsOf } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('the standard mapping is said with what the worker found about its fields', async () => {
  const step = show(SetupMapping, { facts: factsOf() });
  expect(textsOf(step, '[data-id="found"] li')).toEqual(['The worker may write all fields.']);
  expect(textsOf(step, 'p')).toContain('c.Setup_Mapping_Later');
  await expectAccessible(step);
});

test('before the first check it says so', async () => {
  const step = show(SetupMapping, { facts: factsOf({ worker: [] }) });
  expect(textsOf(step, 'p')).toContain('c.Setup_Mapping_Unknown');
  await expectAccessible(step);
});

test('its action opens the fields in Setup', () => {
  find(show(SetupMapping, { facts: factsOf() }), '[data-id="open"]').click();
  const url = '/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/view';
  expect(opened.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url } }]]);
});

import { expect, test } from '@jest/globals';
import PeopleNewcomer from 'c/peopleNewcomer';
import { NO_ORG } from 'c/peopleOrg';
import type { Creating } from 'c/peoplePolicy';
import {
  change,
  expectAccessible,
  find,
  isShown,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { CREATING } from '../../peoplePolicy/__tests__/policy';

const OWNER = '005000000000001AAA';

function newcomer(creating: Partial<Creating> = {}, more: object = {}) {
  const given = { heading: 'Guests', help: 'They order.', creating: { ...CREATING, ...creating } };
  const element = show(PeopleNewcomer, { ...given, ...more });
  const heard: Creating[] = [];
  element.addEventListener('become', (event) => {
    heard.push((event as CustomEvent<{ creating: Creating }>).detail.creating);
  });
  return { element, heard };
}

const values = (element: HTMLElement) =>
  (find(element, 'lightning-radio-group').options as { value: string }[]).map(({ value }) => value);

test('person accounts are offered where the org has them, or where they hold', () => {
  expect(values(newcomer().element)).toEqual(['Lead', 'Contact', 'Nobody']);
  const org = { ...NO_ORG, hasPersonAccounts: true };
  expect(values(newcomer({}, { org }).element)).toContain('PersonAccount');
  expect(values(newcomer({ as: 'PersonAccount' }).element)).toContain('PersonAccount');
});

test('nobody has no owner, no campaign and no record type to choose', async () => {
  const { element, heard } = newcomer({ ownerId: OWNER });
  change(find(element, 'lightning-radio-group'), 'Nobody');
  expect(heard).toEqual([{ ...CREATING, as: 'Nobody', ownerId: OWNER }]);
  const { element: nobody } = newcomer({ as: 'Nobody' });
  expect(isShown(nobody, 'c-people-lookup')).toBe(false);
  await expectAccessible(nobody);
});

test('assignment rules are for leads and take the place of an owner', async () => {
  const { element, heard } = newcomer({ ownerId: OWNER });
  const rules = find(element, '[data-id="rules"]');
  rules.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
  expect(heard).toEqual([{ ...CREATING, assignmentRules: true, ownerId: null }]);
  const { element: assigned } = newcomer({ assignmentRules: true });
  expect(isShown(assigned, '[data-field="ownerId"]')).toBe(false);
  expect(isShown(newcomer({ as: 'Contact' }).element, '[data-id="rules"]')).toBe(false);
  await settle();
  await expectAccessible(assigned);
});

test('record types and sources of the org are offered, and what holds although it is gone', () => {
  const recordTypes = { ...NO_ORG.recordTypes, Lead: [{ label: 'Shop', value: 'r1' }] };
  const more = { org: { ...NO_ORG, recordTypes }, leadSources: [{ label: 'Web', value: 'Web' }] };
  const { element, heard } = newcomer({ leadSource: 'Fair' }, more);
  expect(find(element, '[data-field="leadSource"]').options).toMatchObject([
    { value: '' },
    { value: 'Web' },
    { value: 'Fair' },
  ]);
  change(find(element, '[data-field="recordTypeId"]'), 'r1');
  change(find(element, '[data-field="leadSource"]'), '');
  expect(heard).toMatchObject([{ recordTypeId: 'r1' }, { leadSource: null }]);
  expect(isShown(newcomer().element, '[data-field="recordTypeId"]')).toBe(false);
});

test('another campaign has other statuses, and none has none', () => {
  const { element, heard } = newcomer({ campaignId: '701000000000001AAA', campaignStatus: 'Sent' });
  expect(find(element, '[data-field="campaignStatus"]').value).toBe('Sent');
  const campaign = find(element, '[data-id="campaign"]');
  campaign.dispatchEvent(new CustomEvent('pick', { detail: { value: '' } }));
  expect(heard).toMatchObject([{ campaignId: null, campaignStatus: null }]);
});

test('a refusal stands at the field it is about', async () => {
  const faults = { 'creating.guest.ownerId': 'Not active.' };
  const { element } = newcomer({ ownerId: OWNER }, { faults });
  expect(textsOf(element, '[role="alert"]')).toEqual(['Not active.']);
  const { element: other } = newcomer({ ownerId: OWNER }, { faults, who: 'registered' });
  expect(isShown(other, '[role="alert"]')).toBe(false);
  await expectAccessible(element);
});

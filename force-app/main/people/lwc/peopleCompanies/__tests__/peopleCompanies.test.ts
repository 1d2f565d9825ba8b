import { expect, test } from '@jest/globals';
import PeopleCompanies from 'c/peopleCompanies';
import {
  change,
  expectAccessible,
  find,
  settle,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { POLICY } from '../../peoplePolicy/__tests__/policy';

function companies(more: object = {}) {
  const element = show(PeopleCompanies, { held: POLICY, draft: POLICY, ...more });
  const heard: unknown[] = [];
  element.addEventListener('edit', (event) => heard.push((event as CustomEvent).detail));
  return { element, heard };
}

test('keys and the making of accounts are told with the whole part', async () => {
  const { element, heard } = companies();
  const keys = ['name'];
  find(element, 'c-people-keys').dispatchEvent(new CustomEvent('reorder', { detail: { keys } }));
  const create = find(element, '[data-id="create"]');
  create.dispatchEvent(new CustomEvent('change', { detail: { checked: false } }));
  expect(heard).toEqual([
    { part: 'companies', value: { ...POLICY.companies, keys } },
    { part: 'companies', value: { ...POLICY.companies, create: false } },
  ]);
  await expectAccessible(element);
});

test('domains are told as a list, and the text stays as it was typed', async () => {
  const { element, heard } = companies();
  change(find(element, '[data-id="domains"]'), 'mail.example\n\nMail.example ');
  const publicDomains = ['mail.example'];
  expect(heard).toMatchObject([{ value: { publicDomains } }]);
  Object.assign(element, {
    draft: { ...POLICY, companies: { ...POLICY.companies, publicDomains } },
  });
  await settle();
  expect(find(element, '[data-id="domains"]').value).toBe('mail.example\n\nMail.example ');
  Object.assign(element, { draft: POLICY });
  await settle();
  expect(find(element, '[data-id="domains"]').value).toBe('');
});

test('a domain that is none is named below the field', () => {
  const { element } = companies({ faults: { 'companies.publicDomains.0': 'No domain.' } });
  expect(textsOf(element, '[data-id="fault"]')).toEqual(['No domain.']);
});

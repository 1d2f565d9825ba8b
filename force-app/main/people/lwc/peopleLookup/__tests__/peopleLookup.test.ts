import { afterEach, expect, jest, test } from '@jest/globals';
import PeopleLookup from 'c/peopleLookup';
import { graphql } from 'lightning/graphql';
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

const USER = '005000000000001AAA';
const CAMPAIGN = '701000000000001AAA';
const asked = graphql as unknown as { getLastConfig(): { variables: object } };

afterEach(() => {
  jest.useRealTimers();
});

const lookup = (more: object = {}) => show(PeopleLookup, { label: 'Owner', ...more });

test('what is typed is searched after a moment, and what was chosen keeps its name', async () => {
  jest.useFakeTimers();
  const element = lookup({ kind: 'campaign', value: CAMPAIGN });
  await settle();
  const field = find(element, 'c-mapping-lookup');
  field.dispatchEvent(new CustomEvent('search', { detail: { text: 'autumn %sale' } }));
  expect(asked.getLastConfig().variables).toEqual({ text: '%', chosen: CAMPAIGN });
  jest.runOnlyPendingTimers();
  await settle();
  expect(asked.getLastConfig().variables).toEqual({ text: '%autumn%sale%', chosen: CAMPAIGN });
  const chosen = connection([{ Id: CAMPAIGN, Name: 'Autumn' }]);
  await answer({ found: connection([]), chosen });
  expect(field.choices).toMatchObject([{ value: CAMPAIGN, label: 'Autumn' }]);
});

test('a choice is told, and can be taken away again', async () => {
  const element = lookup({ value: USER });
  const picked: string[] = [];
  element.addEventListener('pick', (event) => {
    picked.push((event as CustomEvent<{ value: string }>).detail.value);
  });
  const field = find(element, 'c-mapping-lookup');
  field.dispatchEvent(new CustomEvent('choose', { detail: { value: 'x' } }));
  find(element, 'lightning-button-icon').click();
  expect(picked).toEqual(['x', '']);
  await settle();
  expect(isShown(lookup(), 'lightning-button-icon')).toBe(false);
});

test('where names cannot be searched, that is said, and an id is taken', async () => {
  const element = lookup();
  await refuse('No access.');
  expect(textsOf(element, '[data-id="failure"]')).toEqual(['c.People_Lookup_Failed']);
  const free = find(element, 'c-mapping-lookup').free as (text: string) => object | undefined;
  expect(free(` ${USER} `)).toMatchObject({ value: USER });
  expect(free(CAMPAIGN)).toBeUndefined();
  await expectAccessible(element);
});

test('who only looks searches nothing', async () => {
  const element = lookup({ disabled: true, value: USER, kind: 'owner' });
  await settle();
  expect(isShown(element, 'lightning-button-icon')).toBe(false);
  await refuse('No access.');
  expect(isShown(element, '[data-id="failure"]')).toBe(false);
});

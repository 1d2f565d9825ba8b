import { beforeEach, expect, jest, test } from '@jest/globals';
import MappingSettings from 'c/mappingSettings';
import type { Choice } from 'c/mappingView';
import { expectAccessible, find, show } from '../../../../shared/lwc/query/__tests__/kit';

jest.mock('lightning/modal', () => jest.requireActual('../../mappingFields/__tests__/modal'), {
  virtual: true,
});

const { closed } = jest.requireActual<typeof import('../../mappingFields/__tests__/modal')>(
  '../../mappingFields/__tests__/modal',
);

beforeEach(() => {
  closed.mockClear();
});

const settings = { country: 'DE', timeZone: 'Europe/Berlin' };

function choose(element: HTMLElement, field: string, value: string): void {
  const lookup = find(element, `[data-id="${field}"]`);
  lookup.dispatchEvent(new CustomEvent('choose', { detail: { value } }));
}

test('countries are offered by their names, time zones by the place', async () => {
  const element = show(MappingSettings, { settings });
  const countries = find(element, '[data-id="country"]').choices as Choice[];
  const germany = countries.filter(({ label }) => label === 'Germany');
  expect(germany.map(({ value }) => value)).toEqual(['DE']);
  const zones = find(element, '[data-id="time-zone"]').choices as Choice[];
  expect(zones.find(({ value }) => value === 'America/New_York')).toMatchObject({
    ...{ label: 'America/New York', group: 'America' },
  });
  await expectAccessible(element);
});

test('the window closes with both, the one that was not changed as it was', () => {
  const element = show(MappingSettings, { settings });
  choose(element, 'country', 'AT');
  find(element, '[data-id="apply"]').click();
  expect(closed.mock.calls).toEqual([[{ country: 'AT', timeZone: 'Europe/Berlin' }]]);
});

test('a canceled window closes with nothing', () => {
  const element = show(MappingSettings, { settings });
  choose(element, 'time-zone', 'UTC');
  find(element, '[data-id="cancel"]').click();
  expect(closed.mock.calls).toEqual([[undefined]]);
});

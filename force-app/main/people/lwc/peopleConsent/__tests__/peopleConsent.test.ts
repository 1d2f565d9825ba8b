import { expect, test } from '@jest/globals';
import PeopleConsent from 'c/peopleConsent';
import {
  change,
  expectAccessible,
  find,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { POLICY } from '../../peoplePolicy/__tests__/policy';

test('each word on each mail has its row, and a change is told with the whole table', async () => {
  const element = show(PeopleConsent, { held: POLICY, draft: POLICY });
  expect(textsOf(element, 'tbody th')).toHaveLength(6);
  const heard: unknown[] = [];
  element.addEventListener('edit', (event) => heard.push((event as CustomEvent).detail));
  const row = '[data-row="cartMail-refused"]';
  change(find(element, `${row} lightning-radio-group`), 'allow');
  const optOut = find(element, `${row} lightning-input`);
  optOut.dispatchEvent(new CustomEvent('change', { detail: { checked: true } }));
  const { marketing, cartMail } = POLICY.consent;
  const said = (refused: object) => ({
    part: 'consent',
    value: { marketing, cartMail: { ...cartMail, refused } },
  });
  expect(heard).toEqual([
    said({ cart: 'allow', optOut: false }),
    said({ cart: 'hold', optOut: true }),
  ]);
  await expectAccessible(element);
});

test('who only looks changes nothing', () => {
  const element = show(PeopleConsent, { held: POLICY, draft: POLICY, readOnly: true });
  const fields = element.shadowRoot?.querySelectorAll<HTMLInputElement>('[data-mail]') ?? [];
  expect([...fields].map(({ disabled }) => disabled)).toEqual(Array(12).fill(true));
});

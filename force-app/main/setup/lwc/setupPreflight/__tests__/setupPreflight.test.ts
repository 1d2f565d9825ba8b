import { expect, jest, test } from '@jest/globals';
import SetupPreflight from 'c/setupPreflight';
import {
  expectAccessible,
  find,
  isShown,
  show,
  textsOf,
} from '../../../../shared/lwc/query/__tests__/kit';
import { opened } from '../../../../shared/lwc/query/__tests__/navigation';
import { factsOf, jobRecord } from '../../setupFacts/__tests__/answers';

jest.mock('lightning/navigation', () =>
  jest.requireActual('../../../../shared/lwc/query/__tests__/navigation'),
);

test('each check has a name, a status, its evidence and the way to mend it', async () => {
  const panel = show(SetupPreflight, { facts: factsOf(), mayChange: true });
  expect(textsOf(panel, '[data-id="check"] h3')).toEqual([
    'c.Setup_Check_Field_Access: c.Setup_Check_Status_Ok',
    'c.Setup_Check_Duplicate_Rules: c.Setup_Check_Status_Warning',
    'c.Setup_Check_Shop: c.Setup_Check_Status_Failed',
    'new_one: c.Setup_Check_Status_Unknown',
  ]);
  expect(textsOf(panel, '[data-id="check"] p')).toContain('No shop is connected.');
  expect(textsOf(panel, 'a')).toEqual(['Let it only alert.']);
  await expectAccessible(panel);
});

test('a fix opens where it is made, below the org’s own address', () => {
  find(show(SetupPreflight, { facts: factsOf() }), 'a').click();
  const url = '/lightning/setup/DuplicateRules/home';
  expect(opened.mock.calls).toEqual([[{ type: 'standard__webPage', attributes: { url } }]]);
});

test('before the first check it says so', async () => {
  const panel = show(SetupPreflight, { facts: factsOf({ worker: [] }), mayChange: true });
  expect(isShown(panel, '[data-id="never"]')).toBe(true);
  await expectAccessible(panel);
});

test('a check under way is shown, one that is done is told by what it found', () => {
  const jobOf = (status: string) => {
    const facts = factsOf({ jobs: [jobRecord('Check Setup', status)] });
    return find(show(SetupPreflight, { facts }), 'c-ask-job').job;
  };
  expect(jobOf('Requested')).toMatchObject({ status: 'Requested' });
  expect(jobOf('Failed')).toMatchObject({ status: 'Failed' });
  expect(jobOf('Done')).toBeUndefined();
});

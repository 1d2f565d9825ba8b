import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const newContact = (AccountId: string) =>
  connectAsAdmin(org)
    .sobject('Contact')
    .create([{ LastName: 'Keim', AccountId }]);

describe('a record that somebody else works on', () => {
  it('refuses as many writes of its children as told, and then lets them pass', async () => {
    const account = await create(org, 'Account', { Name: 'Acme' });
    org.lockFor(account, { times: 2 });
    const locked = {
      success: false,
      errors: [
        {
          statusCode: 'UNABLE_TO_LOCK_ROW',
          message: `unable to obtain exclusive access to this record or 1 records: ${account}`,
        },
      ],
    };
    expect(await newContact(account)).toMatchObject([locked]);
    expect(await newContact(account)).toMatchObject([locked]);
    expect(await newContact(account)).toMatchObject([{ success: true }]);
  });

  it('is let go of when its time on the clock is over', async () => {
    const account = await create(org, 'Account', { Name: 'Acme' });
    const body = JSON.stringify({ recordId: account, milliseconds: 600_000 });
    await fetch(`${org.url}/__local__/locks`, { method: 'POST', body });
    await org.clock.advance(1000);
    expect(await newContact(account)).toMatchObject([{ success: false }]);
    await org.clock.advance(600_000);
    expect(await newContact(account)).toMatchObject([{ success: true }]);
  });

  it('is not held up by one that points elsewhere', async () => {
    const [one, other] = [
      await create(org, 'Account', { Name: 'Acme' }),
      await create(org, 'Account', { Name: 'Other' }),
    ];
    org.lockFor(one, { times: 1 });
    expect(await newContact(other)).toMatchObject([{ success: true }]);
    expect(await newContact(one)).toMatchObject([{ success: false }]);
  });
});

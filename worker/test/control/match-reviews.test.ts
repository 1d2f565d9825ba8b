import { randomUUID } from 'node:crypto';
import { Connection } from 'jsforce';
import { describe, expect, it } from 'vitest';
import { openReview, reviewFailure } from '../../src/compose/people/matching/reviews.ts';
import type { PersonId, RecordKey, SalesforceId } from '../../src/shared/ids.ts';
import { ADMIN } from '../deliver/use-org.ts';
import { waitFor } from '../kit/wait-for.ts';
import { ORG, SHOP, useConnected, type Connected } from './control-kit.ts';

const connected = useConnected();
const LEAD = { LastName: 'Berg', Company: 'Berg & Co', Email: 'kim@example.com' };
const KEY = `${SHOP}:order:7` as RecordKey;

/** A shopper in doubt, one of whose orders waits for the decision. */
async function inDoubt({
  pool,
  park,
  org,
}: Connected): Promise<{ person: PersonId; review: string }> {
  const soap = new Connection({ instanceUrl: org.url, accessToken: ADMIN, version: '66.0' });
  const leads = await soap.create('Lead', [LEAD, LEAD]);
  const person = randomUUID() as string as PersonId;
  await pool.query('insert into cartbridge.person (id, org_id, customer_key) values ($1, $2, $3)', [
    person,
    ORG,
    `${SHOP}:customer:11`,
  ]);
  const shopper = {
    customerKey: `${SHOP}:customer:11`,
    email: 'kim@example.com',
    name: 'Kim Berg',
  };
  const candidate = { object: 'Lead' as const, name: 'Kim', matchedBy: ['email' as const] };
  const evidence = {
    shopper: { ...shopper, phone: null, company: null },
    candidates: leads.map(({ id }) => ({
      ...{ ...candidate, id: id as SalesforceId, email: null, phone: null, company: null },
      ...{ customerKey: null, owner: null, createdAt: null, lastActivity: null },
    })),
  };
  const reason = 'Several Records Match';
  const about = { orgId: ORG, shopId: SHOP, personId: person, reason, evidence } as const;
  const review = await openReview(pool, about);
  await park(KEY, 'ambiguous_person', reviewFailure(review, about).details);
  return { person, review };
}

function reviewIn({ org }: Connected): Record<string, unknown> | undefined {
  return org.query(
    `SELECT External_Id__c, Name, Status__c, Reason__c, Shopper_Name__c, Candidates__c, Waiting__c,
            Decision__c, Evidence__c FROM Match_Review__c`,
  )[0];
}

async function states({ pool }: Connected): Promise<unknown[]> {
  const { rows } = await pool.query<{ state: string }>('select state from cartbridge.event');
  return rows.map(({ state }) => state);
}

describe('a match review', () => {
  it('is told in Salesforce, and its decision lets the shopper’s events go on', async () => {
    const used = await connected();
    const { review, person } = await inDoubt(used);
    used.control();
    await waitFor(() => reviewIn(used) !== undefined, { what: 'the review to be told' });
    expect(reviewIn(used)).toMatchObject({
      ...{ External_Id__c: review, Name: `${SHOP}:customer:11`, Status__c: 'Open' },
      ...{ Shopper_Name__c: 'Kim Berg', Candidates__c: 2, Waiting__c: 1, Decision__c: null },
    });
    expect(JSON.parse(String(reviewIn(used)?.Evidence__c))).toHaveProperty('candidates.1.id');

    const gone = { review, decision: 'Use This Record', chosenId: '00Q000000000009EAA' };
    expect(await used.ask('Decide Match', gone)).toMatchObject({
      Status__c: 'Failed',
      Message__c: expect.stringContaining('Choose another record') as string,
    });
    expect(await states(used)).toEqual(['parked']);

    expect(await used.ask('Decide Match', { review, decision: 'Create New' })).toMatchObject({
      Status__c: 'Done',
      Completed__c: 1,
    });
    expect(await states(used)).toEqual(['waiting']);
    expect(reviewIn(used)).toMatchObject({ Status__c: 'Decided', Decision__c: 'Create New' });
    const { rows } = await used.pool.query(
      'select made_anew from cartbridge.person where id = $1',
      [person],
    );
    expect(rows).toEqual([{ made_anew: true }]);
  });

  it('is withdrawn when the shopper is linked, and what waited goes on', async () => {
    const used = await connected();
    const { person } = await inDoubt(used);
    await used.pool.query(
      `update cartbridge.person set object = 'Lead', salesforce_id = '00Q1' where id = $1`,
      [person],
    );

    used.control();

    await waitFor(() => reviewIn(used)?.Status__c === 'Withdrawn', {
      what: 'the review to be withdrawn',
    });
    expect(await states(used)).toEqual(['waiting']);
  });

  it('that leaves the shopper ignores what waited, and says so on its issue', async () => {
    const used = await connected();
    const { review } = await inDoubt(used);
    used.control();
    await waitFor(() => reviewIn(used) !== undefined, { what: 'the review to be told' });

    await used.ask('Decide Match', { review, decision: 'Leave' });

    expect(await states(used)).toEqual(['ignored']);
    expect(used.issue(KEY)).toMatchObject({ Status__c: 'Ignored' });
  });
});

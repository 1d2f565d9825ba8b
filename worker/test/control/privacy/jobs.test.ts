import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Preview } from '../../../src/control/privacy/preview.ts';
import { ORG, SHOP, useConnected, type Connected } from '../control-kit.ts';

const connect = useConnected();
const EMAIL = 'kim@example.com';
const SCRIPT = join(import.meta.dirname, '../../../../scripts/person.ts');

it('an admin finds, exports and erases somebody by jobs, which keep nothing of them', async () => {
  const connected = await connect();
  const { org, pool, ask, park } = connected;
  await putPerson(connected);
  await park(`${SHOP}:order:1` as never, 'record_data');
  await pool.query('update cartbridge.event set body = $1', [JSON.stringify({ email: EMAIL })]);
  connected.control();

  const found = await ask('Find Person', { email: EMAIL });
  expect(found).toMatchObject({ Status__c: 'Done' });
  const { people, preview } = JSON.parse(String(found.Result__c)) as {
    people: { id: string; customerKey: string }[];
    preview: Preview;
  };
  expect(people).toMatchObject([{ customerKey: `${SHOP}:customer:11`, recordId: null }]);
  expect(preview.places.map(({ place }) => place)).toEqual(
    expect.arrayContaining(['event', 'person', 'person_key']),
  );
  expect(found.Result__c).not.toContain(EMAIL);

  // The command says the same as the job, to the token.
  const said = await run(connected, 'find', EMAIL);
  expect(said).toContain(preview.token);
  expect(said).toMatch(/worker +1 +erased +The person in the books/);

  const exported = await ask('Export Person', { customerKey: `${SHOP}:customer:11` });
  const parts = org.query(
    `SELECT Data__c, Title__c FROM Sync_Result__c WHERE Kind__c = 'Person Export' ORDER BY Sort__c`,
  );
  const texts = parts.map(({ Data__c }) => (JSON.parse(String(Data__c)) as { text: string }).text);
  expect(JSON.parse(texts.join(''))).toMatchObject({
    places: { person: [{ email: EMAIL }], event: [{ record_key: `${SHOP}:order:1` }] },
  });
  expect(JSON.parse(String(exported.Result__c))).toMatchObject({ parts: parts.length });

  expect(await ask('Erase Person', { email: EMAIL })).toMatchObject({
    Status__c: 'Failed',
    Message__c: expect.stringContaining('preview') as string,
  });
  const erased = await ask('Erase Person', { email: EMAIL, token: preview.token });
  expect(erased, String(erased.Message__c)).toMatchObject({ Status__c: 'Done' });
  expect(JSON.parse(String(erased.Result__c))).toMatchObject({ verified: true, remaining: [] });

  expect(await ask('Find Person', { email: EMAIL })).toMatchObject({
    Message__c: 'Nobody is known by that.',
  });
  const left = await pool.query('select count(*)::int as people from cartbridge.person');
  expect(left.rows).toEqual([{ people: 0 }]);
  expect(org.query(`SELECT Id FROM Sync_Result__c WHERE Kind__c = 'Person Export'`)).toEqual([]);
  const jobs = org.query(`SELECT Type__c, Input__c, Result__c FROM Sync_Job__c`);
  expect(jobs.map(({ Input__c }) => Input__c)).toEqual(jobs.map(() => null));
  expect(JSON.stringify(jobs)).not.toContain(EMAIL);
}, 60_000);

async function run({ env }: Connected, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, ...words], { env });
  return stdout;
}

async function putPerson({ pool }: Connected): Promise<void> {
  await pool.query(
    `with made as (
       insert into cartbridge.person (org_id, customer_key, email) values ($1, $2, $3) returning id
     )
     insert into cartbridge.person_key (org_id, key, person_id)
     select $1, key, id from made, unnest(array[$2, 'email:' || $3]) as key`,
    [ORG, `${SHOP}:customer:11`, EMAIL],
  );
  await pool.query(
    `insert into cartbridge.order_ledger
       (key, org_id, person_id, number, counted, placed_at, net, refunded, currency, modified_at)
     select $2, $1, id, '1', true, now(), 10, false, 'USD', now() from cartbridge.person`,
    [ORG, `${SHOP}:order:1`],
  );
}

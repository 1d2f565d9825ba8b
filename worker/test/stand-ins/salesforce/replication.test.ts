import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';

const MINUTE_MS = 60_000;
let org: LocalOrg;
const ask = askAs(() => org);
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const inMinutes = (minutes: number): Date =>
  new Date(org.clock.now().getTime() + minutes * MINUTE_MS);

describe('what changed since', () => {
  it('is told by id, the deleted apart from the rest', async () => {
    const kept = await create(org, 'Lead', { LastName: 'Kept', Company: 'Acme' });
    const gone = await create(org, 'Lead', { LastName: 'Gone', Company: 'Acme' });
    await ask('DELETE', `sobjects/Lead/${gone}`);
    const lead = connectAsAdmin(org).sobject('Lead');
    const [start, end] = [inMinutes(-5), inMinutes(2)];
    expect((await lead.updated(start, end)).ids).toEqual([kept]);
    const { deletedRecords } = await lead.deleted(start, end);
    expect(deletedRecords.map(({ id }) => id)).toEqual([gone]);
  });

  it('is nothing in a span of time before it happened', async () => {
    await create(org, 'Lead', { LastName: 'Late', Company: 'Acme' });
    const lead = connectAsAdmin(org).sobject('Lead');
    expect((await lead.updated(inMinutes(-10), inMinutes(-2))).ids).toEqual([]);
  });

  it.each([
    ['a span shorter than a minute', 0, 0.5, 'INVALID_REPLICATION_DATE'],
    ['a span that begins 31 days ago', -31 * 24 * 60, 0, 'INVALID_REPLICATION_DATE'],
  ])('is refused for %s', async (_, from, to, errorCode) => {
    const minute = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    const at = (minutes: number) => new Date(minute + minutes * MINUTE_MS).toISOString();
    const path = `sobjects/Lead/updated?start=${at(from)}&end=${at(to)}`;
    expect((await ask('GET', path)).json).toMatchObject([{ errorCode }]);
    expect((await ask('GET', 'sobjects/Lead/deleted')).status).toBe(400);
  });
});

describe('a search', () => {
  beforeEach(async () => {
    await create(org, 'Lead', { LastName: 'Lovelace', Company: 'Acme', Email: 'ada@a.example' });
    await create(org, 'Contact', { LastName: 'Hopper', Email: 'grace@acme.example' });
  });

  it.each([
    ['FIND {love*} IN NAME FIELDS RETURNING Lead(LastName), Contact(LastName)', ['Lovelace']],
    ['FIND {acme} RETURNING Lead(LastName),Contact(LastName)', ['Lovelace', 'Hopper']],
    ['FIND {acme} IN EMAIL FIELDS RETURNING Lead(LastName),Contact(LastName)', ['Hopper']],
    ["FIND {acme} RETURNING Lead(LastName WHERE Company = 'Other' LIMIT 1)", []],
    ["FIND {lovelace acme} RETURNING Lead(LastName WHERE Company = 'Acme' LIMIT 1)", ['Lovelace']],
  ])('%s finds %j', async (sosl, names) => {
    const { searchRecords } = await connectAsAdmin(org).search(sosl);
    expect(searchRecords.map((record) => record.LastName as string)).toEqual(names);
  });

  it.each([
    [
      'FIND acme RETURNING Lead',
      'No search term found. The search term must be enclosed in braces.',
    ],
    ['FIND {a} RETURNING Lead', 'Search term must be longer than one character'],
    ['FIND {ada OR bob} RETURNING Lead', 'the local org does not know this part of SOSL'],
  ])('%s is refused', async (sosl, message) => {
    const { status, json } = await ask('GET', `search?q=${encodeURIComponent(sosl)}`);
    expect(status).toBe(400);
    expect((json as { message: string }[])[0]?.message).toContain(message);
  });
});

it('records are counted by object, the deleted left out', async () => {
  await create(org, 'Lead', { LastName: 'A', Company: 'B' });
  await ask(
    'DELETE',
    `sobjects/Lead/${await create(org, 'Lead', { LastName: 'C', Company: 'D' })}`,
  );
  expect((await ask('GET', 'limits/recordCount?sObjects=Lead,Cart__c')).json).toEqual({
    sObjects: [
      { count: 1, name: 'Lead' },
      { count: 0, name: 'Cart__c' },
    ],
  });
});

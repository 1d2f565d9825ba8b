import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { tokenOf, uiAs, type Answered } from './ui-kit.ts';

let org: LocalOrg;
let shop = '';
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  shop = await create(org, 'Shop__c', { Name: 'Surf', Shop_Key__c: 'surf' });
  for (const day of [1, 2, 3]) {
    await create(org, 'Order__c', {
      Name: String(day),
      External_Id__c: `surf:${day}`,
      Shop__c: shop,
      Placed_At__c: `2026-08-0${day}T00:00:00Z`,
    });
  }
  await create(org, 'Order__c', { Name: 'elsewhere', External_Id__c: 'turf:1' });
});
afterAll(() => org.close());

const namesIn = ({ records }: Answered): unknown[] =>
  records.map(({ fields }) => fields.Name?.value);

describe('a related list', () => {
  it('is described as the layout of its parent has it', async () => {
    const all = await admin('GET', 'related-list-info/Shop__c');
    expect(all.json).toMatchObject({
      parentObjectApiName: 'Shop__c',
      relatedLists: expect.arrayContaining([
        expect.objectContaining({
          relatedListId: 'Orders__r',
          label: 'Shop Orders',
          objectApiName: 'Order__c',
          fieldApiName: 'Shop__c',
          entityLabel: 'Shop Order',
        }),
        expect.objectContaining({ relatedListId: 'Carts__r', objectApiName: 'Cart__c' }),
      ]) as unknown,
    });
    const { json } = await admin('GET', 'related-list-info/Shop__c/Orders__r');
    expect(json).toMatchObject({
      fieldApiName: 'Shop__c',
      objectApiNames: ['Order__c'],
      orderedByInfo: [{ fieldApiName: 'Placed_At__c', isAscending: false, label: 'Placed At' }],
      listReference: { type: 'relatedList', relatedListId: 'Orders__r' },
    });
    expect(json.displayColumns.map(({ fieldApiName }) => fieldApiName)).toEqual([
      'Name',
      'Status__c',
      'Total__c',
      'Currency__c',
      'Placed_At__c',
      'Contact__r.Name',
    ]);
    const wide = await admin(
      'GET',
      'related-list-info/Shop__c/Orders__r?restrictColumnsToLayout=false',
    );
    expect(wide.json.displayColumns.length).toBeGreaterThan(json.displayColumns.length);
  });

  it('holds the children of the record, sorted as the layout says, page by page', async () => {
    const path = `related-list-records/${shop}/Orders__r`;
    const first = await admin('GET', `${path}?fields=Order__c.Name&pageSize=2`);
    expect(namesIn(first.json)).toEqual(['3', '2']);
    expect(first.json).toMatchObject({
      count: 2,
      fields: ['Order__c.Name'],
      listReference: { inContextOfRecordId: shop, parentObjectApiName: 'Shop__c' },
      sortBy: ['-Placed_At__c'],
    });
    const next = await admin('GET', (first.json.nextPageUrl ?? '').replace(/^.*ui-api\//, ''));
    expect(namesIn(next.json)).toEqual(['1']);
    const body = {
      fields: ['Order__c.Name'],
      optionalFields: ['Order__c.Nix__c'],
      sortBy: ['Order__c.Name'],
      where: '{ Name: { ne: "2" } }',
    };
    expect(namesIn((await admin('POST', path, body)).json)).toEqual(['1', '3']);
  });

  it('is counted, no further than asked', async () => {
    const { json } = await admin('GET', `related-list-count/${shop}/Orders__r`);
    expect(json).toMatchObject({ count: 3, hasMore: false });
    const some = await admin('GET', `related-list-count/${shop}/Orders__r?maxCount=2`);
    expect(some.json).toMatchObject({ count: 2, hasMore: true });
    const batch = await admin('GET', `related-list-count/batch/${shop}/Orders__r,Carts__r`);
    expect(batch.json).toMatchObject({
      results: [{ result: { count: 3 } }, { result: { count: 0 } }],
    });
  });

  it('comes in batches with parameters of each', async () => {
    const relatedListParameters = [
      { relatedListId: 'Orders__r', fields: ['Order__c.Name'], pageSize: 1 },
      { relatedListId: 'Nix__r' },
    ];
    const path = `related-list-records/batch/${shop}`;
    const { json } = await admin('POST', path, { relatedListParameters });
    expect(json).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { count: 1, nextPageToken: '1' } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
      ],
    });
    const byUrl = await admin('GET', `${path}/Orders__r,Carts__r`);
    expect(byUrl.json).toMatchObject({ hasErrors: false, results: [{}, {}] });
    expect((await admin('POST', path, {})).json[0]?.errorCode).toBe('POST_BODY_PARSE_ERROR');
    const infos = await admin('GET', 'related-list-info/batch/Shop__c/Orders__r,Nix__r');
    expect(infos.json).toMatchObject({ results: [{ statusCode: 200 }, { statusCode: 404 }] });
  });

  it.each([
    ['Nix__r', 404, 'NOT_FOUND'],
    ['Orders__r?fields=Order__c.Nix__c', 400, 'INVALID_FIELD'],
    ['Orders__r?pageSize=2000', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Orders__r?sortBy=Nix', 400, 'INVALID_FIELD'],
  ])('%s answers %i %s', async (list, status, errorCode) => {
    const answer = await admin('GET', `related-list-records/${shop}/${list}`);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([status, errorCode]);
  });

  it('hides what the user may not see', async () => {
    const token = await tokenOf(org, ['Cartbridge_Reader']);
    const reader = uiAs(
      () => org,
      () => token,
    );
    const path = `related-list-records/${shop}/Orders__r`;
    expect((await reader('GET', path)).json.records).toHaveLength(3);
    const hidden = await reader('GET', `${path}?fields=Order__c.Contact__r.Email`);
    expect(hidden.json[0]?.errorCode).toBe('INVALID_FIELD');
    org.setSharing({ object: 'Order__c', model: 'Private' });
    expect((await reader('GET', path)).json.records).toEqual([]);
    org.setSharing({ object: 'Shop__c', model: 'Private' });
    expect((await reader('GET', path)).json[0]?.errorCode).toBe('INSUFFICIENT_ACCESS');
  });
});

describe('a lookup', () => {
  const search = 'searchType=Search&q=surf';

  it('suggests records by the beginnings of their words', async () => {
    await create(org, 'Shop__c', { Name: 'Big Surf', Shop_Key__c: 'big' });
    await create(org, 'Shop__c', { Name: 'Windsurf', Shop_Key__c: 'wind' });
    const { json } = await admin('POST', `lookups/Order__c/Shop__c?${search}`);
    expect(json).toMatchObject({ lookupResults: { Shop__c: { count: 2 } } });
    const target = await admin('POST', 'lookups/Order__c/Shop__c/Shop__c', {
      searchType: 'TypeAhead',
      q: 'su',
      pageSize: 1,
    });
    expect(namesIn(target.json)).toEqual(['Big Surf']);
    expect(target.json.nextPageUrl).toContain('page=2');
  });

  it('suggests what was looked at last when nothing is typed', async () => {
    await admin('GET', `records/${shop}?fields=Shop__c.Name&updateMru=true`);
    const { json } = await admin('POST', 'lookups/Order__c/Shop__c/Shop__c');
    expect(namesIn(json)).toEqual(['Surf']);
  });

  it('is asked by GET in old versions only', async () => {
    expect((await admin('GET', `lookups/Order__c/Shop__c?${search}`)).status).toBe(404);
    const old = `${org.url}/services/data/v60.0/ui-api/lookups/Order__c/Shop__c/Shop__c?${search}`;
    const headers = { authorization: 'Bearer 00Dadmin!token' };
    const response = await fetch(old, { headers });
    expect(namesIn((await response.json()) as Answered)).toEqual(['Surf']);
  });

  it.each([
    ['Order__c/Nix__c', 'INVALID_FIELD'],
    ['Order__c/Name', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Order__c/Shop__c/Lead', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Order__c/Shop__c?searchType=Search&q=s', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Nix__c/Shop__c', 'INVALID_TYPE'],
  ])('%s is refused with %s', async (path, errorCode) => {
    const { status, json } = await admin('POST', `lookups/${path}`);
    expect([status, json[0]?.errorCode]).toEqual([400, errorCode]);
  });
});

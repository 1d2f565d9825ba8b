import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { deployTo, objectFile, text } from './metadata-kit.ts';
import { tokenOf, uiAs, type Answered } from './ui-kit.ts';

let org: LocalOrg;
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const namesIn = ({ records }: Answered): unknown[] =>
  records.map(({ fields }) => fields.Name?.value);
const order = (Name: string, more: object = {}) =>
  create(org, 'Order__c', { Name, External_Id__c: Name, ...more });
const listed = async (list: string, query = '') =>
  namesIn((await admin('GET', `list-records/Order__c/${list}${query}`)).json);

describe('a list', () => {
  it('is described by its columns and filters', async () => {
    const { status, json } = await admin('GET', 'list-info/Order__c/Orders_to_Fulfill');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      label: 'Orders to Fulfill',
      listReference: {
        listViewApiName: 'Orders_to_Fulfill',
        objectApiName: 'Order__c',
        type: 'listView',
      },
      filteredByInfo: [
        {
          fieldApiName: 'Status__c',
          operator: 'Equals',
          operandLabels: expect.arrayContaining(['Awaiting Pickup']) as string[],
        },
      ],
      filterLogicString: null,
      orderedByInfo: [{ fieldApiName: 'Name', isAscending: true, label: 'Order Number' }],
      userPreferences: { columnWidths: { Name: -1 }, columnWrap: { Name: false } },
      visibility: 'Public',
    });
    expect(json.displayColumns.slice(0, 3)).toEqual([
      { fieldApiName: 'Name', label: 'Order Number', lookupId: null, sortable: true },
      { fieldApiName: 'Shop__r.Name', label: 'Shop', lookupId: 'Shop__c', sortable: true },
      { fieldApiName: 'Status__c', label: 'Status', lookupId: null, sortable: true },
    ]);
  });

  it('is among the lists of its object, and found by its id', async () => {
    const { json } = await admin('GET', 'list-info/Order__c');
    const names = json.lists.map(({ apiName }) => apiName);
    expect(names).toEqual(expect.arrayContaining(['All', 'Orders_to_Fulfill']));
    const all = json.lists.find(({ apiName }) => apiName === 'All');
    const byId = await admin('GET', `list-info/${all?.id ?? ''}`);
    expect(byId.json).toMatchObject({ label: 'All', listReference: { id: all?.id } });
    await order('1');
    const records = await admin('GET', `list-records/${all?.id ?? ''}`);
    expect(namesIn(records.json)).toEqual(['1']);
    const some = await admin('GET', 'list-info/Order__c?q=fulfill&pageSize=1');
    expect(some.json.lists).toMatchObject([{ apiName: 'Orders_to_Fulfill' }]);
  });

  it('holds the records its filters let through, with the fields of its columns', async () => {
    const shop = await create(org, 'Shop__c', { Name: 'Surf', Shop_Key__c: 'surf' });
    await order('1', { Status__c: 'Awaiting Pickup', Shop__c: shop });
    await order('2', { Status__c: 'Shipped' });
    await order('3', { Status__c: 'Partially Shipped' });
    const { json } = await admin('GET', 'list-records/Order__c/Orders_to_Fulfill');
    expect(namesIn(json)).toEqual(['1', '3']);
    expect(json).toMatchObject({ count: 2, pageSize: 50, nextPageToken: null, sortBy: [] });
    expect(json.records[0]?.fields).toMatchObject({
      Shop__c: { value: shop },
      Shop__r: { displayValue: 'Surf' },
      Status__c: { displayValue: 'Awaiting Pickup' },
      SystemModstamp: {},
    });
  });

  it('knows filters of emptiness, days and checkboxes', async () => {
    const Contact__c = await create(org, 'Contact', { LastName: 'L' });
    const now = org.clock.now().getTime();
    const daysAgo = (days: number) => new Date(now - days * 86_400_000).toISOString();
    await order('1', { Contact__c, Placed_At__c: daysAgo(3) });
    await order('2', { Placed_At__c: daysAgo(60) });
    expect(await listed('Orders_Without_a_Person')).toEqual(['2']);
    expect(await listed('Orders_of_the_Last_30_Days')).toEqual(['1']);
    const recovered = await create(org, 'Cart__c', { External_Id__c: 'a', Recovered__c: true });
    await create(org, 'Cart__c', { External_Id__c: 'b' });
    const carts = await admin('GET', 'list-records/Cart__c/Recovered_Carts');
    expect(carts.json.records.map(({ id }) => id)).toEqual([recovered]);
    await create(org, 'Shop__c', { Name: 'new', Shop_Key__c: 'new' });
    const shops = await admin('GET', 'list-records/Shop__c/Shops_That_Need_Attention');
    expect(namesIn(shops.json)).toEqual(['new']);
  });

  it('is given page by page, in the order asked for', async () => {
    for (const name of ['1', '2', '3', '4', '5']) await order(name, { Total__c: Number(name) });
    const first = await admin(
      'GET',
      'list-records/Order__c/All?pageSize=2&sortBy=-Order__c.Total__c',
    );
    expect(namesIn(first.json)).toEqual(['5', '4']);
    expect(first.json).toMatchObject({
      count: 2,
      previousPageToken: null,
      sortBy: ['-Order__c.Total__c'],
    });
    const next = await admin('GET', (first.json.nextPageUrl ?? '').replace(/^.*ui-api\//, ''));
    expect(namesIn(next.json)).toEqual(['3', '2']);
    const last = `?pageSize=2&sortBy=-Total__c&pageToken=${next.json.nextPageToken ?? ''}`;
    expect(await listed('All', last)).toEqual(['1']);
    const byBody = { pageSize: 2, sortBy: ['Total__c'], fields: ['Order__c.Email__c'] };
    const posted = await admin('POST', 'list-records/Order__c/All', byBody);
    expect(namesIn(posted.json)).toEqual(['1', '2']);
    expect(posted.json.records[0]?.fields).toHaveProperty('Email__c');
  });

  it('is filtered further in the words of GraphQL', async () => {
    await order('1', { Status__c: 'Shipped', Total__c: 5 });
    await order('2', { Status__c: 'Pending', Total__c: 50 });
    await order("3'", { Status__c: 'Pending', Total__c: 5 });
    const where = async (filter: string) => listed('All', `?where=${encodeURIComponent(filter)}`);
    expect(await where('{ Status__c: { eq: "Pending" }, Total__c: { gt: 10 } }')).toEqual(['2']);
    expect(await where('{ or: [{ Name: { eq: "3\'" } }, { Total__c: { gte: 50 } }] }')).toEqual([
      '2',
      "3'",
    ]);
    expect(await where('{ not: { Status__c: { in: ["Pending"] } } }')).toEqual(['1']);
    expect(
      await where('{ CreatedDate: { eq: { literal: TODAY } }, Name: { like: "1%" } }'),
    ).toEqual(['1']);
    expect(await where('{ Owner: { Alias: { eq: "admin" } } }')).toHaveLength(3);
  });

  it.each([
    ['All?pageSize=0', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['All?pageSize=2001', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['All?pageToken=7', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['All?sortBy=Nix__c', 400, 'INVALID_FIELD'],
    ['All?sortBy=Name;DROP', 400, 'INVALID_FIELD'],
    ['All?fields=Order__c.Nix__c', 400, 'INVALID_FIELD'],
    ['All?where=%7B', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['All?where=%7BNix__c:%7Beq:1%7D%7D', 400, 'INVALID_FIELD'],
    ['All?where=%7BTotal__c:%7Beq:%22much%22%7D%7D', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['All?searchTerm=x', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['Nix', 404, 'NOT_FOUND'],
  ])('%s answers %i %s', async (list, status, errorCode) => {
    const answer = await admin('GET', `list-records/Order__c/${list}`);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([status, errorCode]);
  });

  it('comes by a deploy, with logic and owners of its own', async () => {
    const view = (name: string, inside: string) =>
      `<listViews><fullName>${name}</fullName><columns>NAME</columns>${inside}` +
      `<label>${name}</label></listViews>`;
    const filter = (operation: string, value: string) =>
      `<filters><field>Hull__c</field><operation>${operation}</operation>` +
      `<value>${value}</value></filters>`;
    const views =
      view('Mine', '<filterScope>Mine</filterScope>') +
      view(
        'Some',
        '<booleanFilter>1 AND (2 OR 3)</booleanFilter><filterScope>Everything</filterScope>' +
          filter('startsWith', 'w') +
          filter('contains', 'oo') +
          filter('equals', 'wax,steel'),
      );
    const file = objectFile('Boat', text('Hull__c') + views);
    await deployTo(org, { CustomObject: ['Boat__c'] }, { 'objects/Boat__c.object': file });
    const [worker] = org.query("SELECT Id FROM User WHERE Alias = 'cbworker'");
    const boats = { A: 'wood', B: 'wax', C: 'steel', D: 'wicker' };
    for (const [Name, Hull__c] of Object.entries(boats)) {
      await create(org, 'Boat__c', { Name, Hull__c, ...(Name === 'D' && { OwnerId: worker?.Id }) });
    }
    const some = await admin('GET', 'list-records/Boat__c/Some');
    expect(namesIn(some.json)).toEqual(['A', 'B']);
    const mine = await admin('GET', 'list-records/Boat__c/Mine');
    expect(namesIn(mine.json)).toEqual(['A', 'B', 'C']);
  });

  it('comes with its records to who wants both in one', async () => {
    await order('1');
    const { json } = await admin('GET', 'list-ui/Order__c/All');
    expect(json).toMatchObject({ info: { label: 'All' }, records: { count: 1 } });
    expect(json.eTag).toBe(json.info.eTag);
  });
});

it('standard objects have the lists of the platform', async () => {
  await create(org, 'Lead', { LastName: 'Open', Company: 'C' });
  const { json } = await admin('GET', 'list-records/Lead/AllOpenLeads');
  expect(namesIn(json)).toEqual(['Open']);
  const names = (await admin('GET', 'list-info/Contact')).json.lists.map(({ apiName }) => apiName);
  expect(names).toEqual(['AllContacts', 'MyContacts', 'RecentlyViewedContacts']);
  const { status } = await admin('GET', 'list-info/Contact?recentListsOnly=true');
  expect(status).toBe(400);
});

it('what a user looked at last is a list of its own', async () => {
  const [one, two] = [await order('1'), await order('2')];
  const look = (id: string) => admin('GET', `records/${id}?fields=Order__c.Name&updateMru=true`);
  await look(one);
  await look(two);
  await look(one);
  expect(await listed('__Recent')).toEqual(['1', '2']);
  await admin('DELETE', `records/${one}`);
  const { json } = await admin('GET', 'list-ui/Order__c/__Recent');
  expect(json).toMatchObject({
    info: { label: 'Recently Viewed', listReference: { type: 'mru' } },
  });
  expect(await listed('__Recent')).toEqual(['2']);
});

it('a list shows a user neither fields nor records that are hidden', async () => {
  await order('1');
  const token = await tokenOf(org, ['Cartbridge_Reader']);
  const reader = uiAs(
    () => org,
    () => token,
  );
  const path = 'list-records/Order__c/All';
  expect(namesIn((await reader('GET', path)).json)).toEqual(['1']);
  const columns = (await reader('GET', 'list-info/Order__c/All')).json.displayColumns;
  const names = columns.map(({ fieldApiName }) => fieldApiName);
  expect(names).toContain('Shop__r.Name');
  expect(names).not.toContain('Lead__r.Name');
  const alone = await reader('GET', 'list-records/Order__c/Orders_Without_a_Person');
  expect(namesIn(alone.json)).toEqual(['1']);
  org.setSharing({ object: 'Order__c', model: 'Private' });
  expect(namesIn((await reader('GET', path)).json)).toEqual([]);
  expect((await reader('GET', 'list-records/Lead/AllOpenLeads')).status).toBe(400);
});

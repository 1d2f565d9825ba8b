import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { find, names, order } from './graphql-kit.ts';
import { create, curl, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const lead = (LastName: string, more: object = {}) =>
  create(org, 'Lead', { LastName, Company: 'Acme', ...more });

/** Moves the clock to a time of day at which a slow test meets no midnight. */
async function noonIn(days: number): Promise<void> {
  const now = org.clock.now();
  const noon = new Date(now);
  noon.setUTCHours(12, 0, 0, 0);
  const next = noon > now ? 0 : 1;
  noon.setUTCDate(noon.getUTCDate() + Math.max(days, next));
  await org.clock.advance(noon.getTime() - now.getTime());
}

it('filters compare texts, numbers, ids, dates and nothing at all', async () => {
  await noonIn(0);
  const doe = await lead('Doe', { AnnualRevenue: 10, Email: 'doe@x.example', Industry: 'Banking' });
  await lead("O'Hara", { AnnualRevenue: 20, NumberOfEmployees: 7 });
  await noonIn(2);
  await lead('Poe', { AnnualRevenue: 30 });
  const today = org.clock.now().toISOString().slice(0, 10);
  const found = (where: string) => names(org, `Lead(where: ${where}, orderBy: { Name: {} })`);
  expect(await found('{ Name: { eq: "doe" } }')).toEqual(['Doe']);
  expect(await found('{ LastName: { eq: "O\'Hara" } }')).toEqual(["O'Hara"]);
  expect(await found('{ LastName: { like: "%oe" } }')).toEqual(['Doe', 'Poe']);
  expect(await found('{ LastName: { in: ["Doe", "Poe"], ne: "Poe" } }')).toEqual(['Doe']);
  expect(await found('{ LastName: { nin: ["Doe", "Poe"] } }')).toEqual(["O'Hara"]);
  expect(await found('{ AnnualRevenue: { gt: 10, lte: 20 } }')).toEqual(["O'Hara"]);
  expect(await found('{ NumberOfEmployees: { eq: 7 } }')).toEqual(["O'Hara"]);
  expect(await found(`{ Id: { eq: "${doe}" } }`)).toEqual(['Doe']);
  expect(await found('{ Email: { eq: null } }')).toEqual(["O'Hara", 'Poe']);
  expect(await found('{ Email: { ne: null } }')).toEqual(['Doe']);
  expect(await found('{ CreatedDate: { eq: { literal: TODAY } } }')).toEqual(['Poe']);
  expect(await found('{ CreatedDate: { eq: { range: { last_n_days: 3 } } } }')).toHaveLength(3);
  expect(await found(`{ CreatedDate: { lt: { value: "${today}T00:00:00Z" } } }`)).toHaveLength(2);
  expect(
    await found(`{ CreatedDate: { DAY_IN_MONTH: { value: { eq: ${Number(today.slice(8))} } } } }`),
  ).toEqual(['Poe']);
  expect(await found('{ Industry: { in: ["Banking"] } }')).toEqual(['Doe']);
  expect(await found('{ or: [{ Name: { eq: "Doe" } }, { Name: { eq: "Poe" } }] }')).toHaveLength(2);
  expect(
    await found('{ not: { or: [{ Name: { eq: "Doe" } }, { Name: { eq: "Poe" } }] } }'),
  ).toEqual(["O'Hara"]);
  expect(await found('{ Owner: { User: { Username: { like: "admin%" } } } }')).toHaveLength(3);
  expect(await found('{}')).toHaveLength(3);
});

it('filters look through parents and, by semi-joins, through children', async () => {
  const [doe] = [await lead('Doe'), await lead('Poe')];
  await create(org, 'Order__c', order({ Lead__c: doe, Total__c: 20 }));
  const upward = await find(
    org,
    'Order__c(where: { Lead__r: { LastName: { eq: "Doe" } } }) { totalCount }',
  );
  expect(upward.totalCount).toBe(1);
  const join = '{ Order__c: { Total__c: { gt: 15 } }, ApiName: "Lead__c" }';
  expect(await names(org, `Lead(where: { Id: { inq: ${join} } })`)).toEqual(['Doe']);
  expect(await names(org, `Lead(where: { Id: { ninq: ${join} } })`)).toEqual(['Poe']);
});

it('orders by several keys in the order in which they are written, nulls where they are wanted', async () => {
  await lead('B', { Email: 'b@x.example', AnnualRevenue: 1 });
  await lead('A', { Email: 'a@x.example', AnnualRevenue: 1 });
  await lead('C', { AnnualRevenue: 2 });
  const sorted = (orderBy: string) => names(org, `Lead(orderBy: ${orderBy})`);
  expect(await sorted('{ AnnualRevenue: { order: DESC }, LastName: { order: ASC } }')).toEqual([
    'C',
    'A',
    'B',
  ]);
  expect(await sorted('{ LastName: { order: DESC }, AnnualRevenue: { order: ASC } }')).toEqual([
    'C',
    'B',
    'A',
  ]);
  expect(await sorted('{ Email: { order: ASC } }')).toEqual(['C', 'A', 'B']);
  expect(await sorted('{ Email: { order: ASC, nulls: LAST } }')).toEqual(['A', 'B', 'C']);
  const variables = { by: { LastName: { order: 'DESC' }, AnnualRevenue: { order: 'ASC' } } };
  const { edges } = await find(
    org,
    'Lead(orderBy: $by) { edges { node { Name { value } } } }',
    { variables },
    '($by: Lead_OrderBy)',
  );
  expect(edges.map(({ node }) => (node.Name as { value: string }).value)).toEqual(['C', 'B', 'A']);
});

it("orders by a parent's field, also where the parent may be of several kinds", async () => {
  const [worker] = org.query("SELECT Id FROM User WHERE Username = 'worker@local-org.example'");
  await lead('Mine');
  await lead('Theirs', { OwnerId: String(worker?.Id) });
  const sorted = (owner: string) => names(org, `Lead(orderBy: { Owner: ${owner} })`);
  expect(await sorted('{ User: { Username: { order: DESC } } }')).toEqual(['Theirs', 'Mine']);
  expect(await sorted('{ User: { Username: { order: ASC } } }')).toEqual(['Mine', 'Theirs']);
  expect(await sorted('{ Name: { Name: { order: DESC } } }')).not.toEqual(
    await sorted('{ Name: { Name: { order: ASC } } }'),
  );
  expect(await names(org, 'Lead(orderBy: { CreatedBy: { Name: {} }, LastName: {} })')).toEqual([
    'Mine',
    'Theirs',
  ]);
});

it('a page holds ten records unless told otherwise, and paging to the end meets each one once', async () => {
  for (let number = 10; number < 35; number += 1) await lead(`L${number}`);
  expect((await find(org, 'Lead { pageResultCount totalCount }')).pageResultCount).toBe(10);
  const met: unknown[] = [];
  let after: string | null = null;
  do {
    const page = await find(
      org,
      `Lead(first: 7, after: $after, orderBy: { Name: {} }) {
        edges { node { Name { value } } cursor } totalCount
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`,
      { variables: { after } },
      '($after: String)',
    );
    expect(page.totalCount).toBe(25);
    expect(page.pageInfo.hasPreviousPage).toBe(met.length > 0);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
    met.push(...page.edges.map(({ node }) => (node.Name as { value: string }).value));
    expect(page.pageInfo.hasNextPage).toBe(met.length < 25);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(met).toEqual(Array.from({ length: 25 }, (_, place) => `L${place + 10}`));
});

it('with an upper bound paging goes in large steps, and ends at the bound', async () => {
  const records = Array.from({ length: 200 }, (_, place) => ({
    attributes: { type: 'Lead' },
    LastName: `L${place}`,
    Company: 'Acme',
  }));
  for (let call = 0; call < 3; call += 1)
    await curl(org, 'POST', 'composite/sobjects', { records });
  const page = 'edges { node { Id } } pageInfo { hasNextPage endCursor } totalCount';
  const first = await find(org, `Lead(first: 200, upperBound: 450) { ${page} }`);
  expect(first).toMatchObject({ totalCount: 600, pageInfo: { hasNextPage: true } });
  const next = (after: string | null) =>
    find(org, `Lead(first: 200, after: "${after ?? ''}") { ${page} }`);
  const second = await next(first.pageInfo.endCursor);
  expect(second.pageInfo.hasNextPage).toBe(true);
  const third = await next(second.pageInfo.endCursor);
  expect(third.pageInfo.hasNextPage).toBe(false);
  const ids = [first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.Id));
  expect([ids.length, new Set(ids).size]).toEqual([450, 450]);
});

it('the scope MINE leaves out what somebody else owns', async () => {
  const [worker] = org.query("SELECT Id FROM User WHERE Username = 'worker@local-org.example'");
  await lead('Mine');
  await lead('Theirs', { OwnerId: String(worker?.Id) });
  expect(await names(org, 'Lead(scope: MINE)')).toEqual(['Mine']);
  expect(await names(org, 'Lead(scope: EVERYTHING)')).toHaveLength(2);
});

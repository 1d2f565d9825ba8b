import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { graphql, groups } from './graphql-kit.ts';
import { create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(async () => {
  org.reset();
  const rows = [
    ['A', 'New', 'Banking', 10, 3],
    ['B', 'New', 'Banking', 20, 4],
    ['C', 'New', 'Energy', 30, null],
    ['D', 'Working', 'Energy', null, 5],
  ] as const;
  for (const [LastName, Status, Industry, AnnualRevenue, NumberOfEmployees] of rows) {
    const more = { Status, Industry, AnnualRevenue, NumberOfEmployees };
    await create(org, 'Lead', { LastName, Company: 'Acme', ...more });
  }
});
afterAll(() => org.close());

it('without groups all records are one, of which each function makes its value', async () => {
  const { edges, totalCount } = await groups(
    org,
    'Lead',
    `Id { count { value } } Industry { countDistinct { value } }
     AnnualRevenue { sum { value } avg { value } min { value displayValue } max { value } }
     NumberOfEmployees { sum { value } count { value } }`,
  );
  expect(totalCount).toBe(1);
  expect(edges[0]?.node.aggregate).toEqual({
    Id: { count: { value: 4 } },
    Industry: { countDistinct: { value: 2 } },
    AnnualRevenue: {
      sum: { value: 60 },
      avg: { value: 20 },
      min: { value: 10, displayValue: expect.stringContaining('10') as string },
      max: { value: 30 },
    },
    NumberOfEmployees: { sum: { value: 12 }, count: { value: 3 } },
  });
});

it('groups by several fields, under a filter, in the order of a function', async () => {
  const { edges, totalCount } = await groups(
    org,
    `Lead(where: { LastName: { ne: "A" } }, orderBy: { Id: { function: COUNT, order: DESC }, Status: { order: ASC } },
          groupBy: { Status: { group: true } })`,
    'Status { value label } Id { count { value } } AnnualRevenue { max { value } }',
  );
  expect(totalCount).toBe(2);
  expect(edges.map(({ node }) => node.aggregate)).toMatchObject([
    {
      Status: { value: 'New' },
      Id: { count: { value: 2 } },
      AnnualRevenue: { max: { value: 30 } },
    },
    {
      Status: { value: 'Working' },
      Id: { count: { value: 1 } },
      AnnualRevenue: { max: { value: null } },
    },
  ]);
});

it('groups by a part of a date', async () => {
  const year = org.clock.now().getUTCFullYear();
  const { edges } = await groups(
    org,
    'Lead(groupBy: { CreatedDate: { function: CALENDAR_YEAR } })',
    'CreatedDate { calendarYear { value } } Id { count { value } }',
  );
  expect(edges.map(({ node }) => node.aggregate)).toEqual([
    { CreatedDate: { calendarYear: { value: year } }, Id: { count: { value: 4 } } },
  ]);
});

it('ROLLUP and CUBE add their subtotals', async () => {
  const by = (type: string) =>
    groups(
      org,
      `Lead(groupBy: { type: ${type}, Status: { group: true }, Industry: { group: true } })`,
      'Status { value grouping { value } } Industry { value grouping { value } } Id { count { value } }',
    );
  const rows = async (type: string) =>
    (await by(type)).edges.map(({ node: { aggregate } }) => [
      aggregate.Status?.value,
      aggregate.Industry?.value,
      (aggregate.Id?.count as { value: number }).value,
      (aggregate.Industry?.grouping as { value: number }).value,
    ]);
  const single = [
    ['New', 'Banking', 2, 0],
    ['New', 'Energy', 1, 0],
    ['Working', 'Energy', 1, 0],
  ];
  const byStatus = [
    ['New', null, 3, 1],
    ['Working', null, 1, 1],
  ];
  const all = [[null, null, 4, 1]];
  expect(await rows('ROLLUP')).toEqual([...single, ...byStatus, ...all]);
  const byIndustry = [
    [null, 'Banking', 2, 0],
    [null, 'Energy', 2, 0],
  ];
  expect(await rows('CUBE')).toEqual([...single, ...byStatus, ...byIndustry, ...all]);
});

it('a plain field without groups shows every record, and groups are paged as records are', async () => {
  const all = await groups(org, 'Lead(orderBy: { LastName: {} })', 'LastName { value }');
  expect(all.edges.map(({ node }) => node.aggregate.LastName?.value)).toEqual(['A', 'B', 'C', 'D']);
  const { edges, totalCount } = await groups(
    org,
    'Lead(groupBy: { LastName: { group: true } }, first: 3, after: "djE6MQ==")',
    'LastName { value }',
  );
  expect(totalCount).toBe(4);
  expect(edges.map(({ node }) => node.aggregate.LastName?.value)).toEqual(['C', 'D']);
});

it('what is neither grouped nor computed is an error, as is a function of a text', async () => {
  const query = (fields: string) =>
    `{ uiapi { aggregate { Lead(groupBy: { Status: { group: true } }) {
       edges { node { aggregate { ${fields} } } } } } } }`;
  const ungrouped = await graphql(org, query('Company { value } Id { count { value } }'));
  expect(ungrouped.errors[0]).toMatchObject({
    message: 'Field must be grouped or aggregated: Company',
    paths: ['uiapi', 'aggregate', 'Lead', 'edges', 0, 'node', 'aggregate', 'Company', 'value'],
  });
  const summed = await graphql(org, query('Company { sum { value } }'));
  expect(summed.errors[0]?.message).toContain("Field 'sum' in type 'StringAggregate' is undefined");
});

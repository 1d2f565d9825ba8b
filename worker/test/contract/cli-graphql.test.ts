import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startSalesforce, type LocalOrg } from '../../stand-ins/salesforce/start.ts';
import { onOrg, openSfCli, type SfCli } from './sf-cli.ts';

const TOKEN = '00DCb0000000001MAA!administrator';

// Each command is a process of its own that takes seconds on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let org: LocalOrg;
let sf: SfCli;

beforeAll(async () => {
  org = await startSalesforce({ adminToken: TOKEN });
  sf = openSfCli();
  const login = ['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt'];
  await sf.result([...login, '--alias', 'admin'], { SF_ACCESS_TOKEN: TOKEN });
});
afterAll(async () => {
  sf.remove();
  await org.close();
});

/** Sends a statement by `sf api request graphql`, which prints the answer as it came. */
async function graphql(file: string, statement: string): Promise<unknown> {
  const body = sf.write(file, statement);
  const { exitCode, stdout, stderr } = await sf.run(
    onOrg('admin', 'api request graphql', ['--body', body]),
  );
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return JSON.parse(stdout) as unknown;
}

it('the Salesforce CLI writes by a mutation, reads by a query, and shows what was refused', async () => {
  const made = await graphql(
    'make.txt',
    `
      mutation Make {
        uiapi {
          lead: LeadCreate(input: { Lead: { LastName: "Doe", Company: "Acme" } }) {
            Record {
              Id
            }
          }
          order: Order__cCreate(input: { Order__c: { External_Id__c: "1", Lead__c: "@{lead}" } }) {
            Record {
              Id
            }
          }
        }
      }
    `,
  );
  expect(made).toMatchObject({
    data: { uiapi: { lead: { Record: {} }, order: { Record: {} } } },
    errors: [],
  });
  const found = await graphql(
    'find.txt',
    `
      query Find {
        uiapi {
          query {
            Lead(where: { LastName: { eq: "Doe" } }) {
              edges {
                node {
                  Name {
                    value
                  }
                  Orders__r {
                    totalCount
                  }
                }
              }
            }
          }
        }
      }
    `,
  );
  expect(found).toEqual({
    data: {
      uiapi: {
        query: {
          Lead: {
            edges: [{ node: { Name: { value: 'Doe' }, Orders__r: { totalCount: 1 } } }],
          },
        },
      },
    },
    errors: [],
  });
  const refused = await graphql('refused.txt', '{ uiapi { query { Shoe { totalCount } } } }');
  expect(refused).toMatchObject({
    data: {},
    errors: [
      { locations: [{ line: 1, column: 19 }], extensions: { ErrorType: 'ValidationError' } },
    ],
  });
});

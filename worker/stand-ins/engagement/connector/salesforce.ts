import type { Value } from '../rows.ts';

/** The connector user's way into the org. */
export interface SalesforceLogin {
  instanceUrl: string;
  accessToken: string;
}

export type SalesforceRow = Record<string, Value>;

/** The org as the connector user sees it, by REST alone. Methods throw with the org's own words. */
export interface Salesforce {
  /** Deleted rows too; dotted names such as `Account.Name` are keys of the row. */
  query(soql: string): Promise<SalesforceRow[]>;
  /** API names of the fields the connector user can see. */
  fieldsOf(object: string): Promise<Set<string>>;
  update(object: string, id: string, values: SalesforceRow): Promise<void>;
  create(object: string, values: SalesforceRow): Promise<string>;
}

const VERSION = 'v66.0';
const PATIENCE_MS = 30_000;

interface Page {
  records: Record<string, unknown>[];
  nextRecordsUrl?: string;
}

export function connectSalesforce({ instanceUrl, accessToken }: SalesforceLogin): Salesforce {
  const base = `/services/data/${VERSION}`;

  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${instanceUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        // A sync must not send leads through the assignment rules.
        'sforce-auto-assign': 'FALSE',
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`Salesforce answered ${response.status} to ${method} ${path}: ${text}`);
    }
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  return {
    async query(soql) {
      const rows: SalesforceRow[] = [];
      let path: string | undefined = `${base}/queryAll?q=${encodeURIComponent(soql)}`;
      while (path !== undefined) {
        const page: Page = await call('GET', path);
        rows.push(...page.records.map((record) => flatten(record)));
        path = page.nextRecordsUrl;
      }
      return rows;
    },
    async fieldsOf(object) {
      const { fields } = await call<{ fields: { name: string }[] }>(
        'GET',
        `${base}/sobjects/${object}/describe`,
      );
      return new Set(fields.map(({ name }) => name));
    },
    update: (object, id, values) => call('PATCH', `${base}/sobjects/${object}/${id}`, values),
    async create(object, values) {
      const { id } = await call<{ id: string }>('POST', `${base}/sobjects/${object}`, values);
      return id;
    },
  };
}

function flatten(record: Record<string, unknown>, prefix = ''): SalesforceRow {
  const flat: SalesforceRow = {};
  for (const [name, value] of Object.entries(record)) {
    if (name === 'attributes') continue;
    if (value !== null && typeof value === 'object') {
      Object.assign(flat, flatten(value as Record<string, unknown>, `${prefix}${name}.`));
    } else {
      flat[`${prefix}${name}`] = value as Value;
    }
  }
  return flat;
}

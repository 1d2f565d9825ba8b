import type { StackDescription } from '../../../scripts/lib/stack-file.ts';
import { call, controlOf, type Control } from './http.ts';

export type SalesforceRecord = Record<string, string | number | boolean | null>;

/** The org as its administrator sees it. Names of the package are given without its namespace. */
export interface OrgDriver extends Control {
  all(soql: string): Promise<SalesforceRecord[]>;
  /** The only record there is; throws with what was found otherwise. */
  one(soql: string): Promise<SalesforceRecord>;
  create(object: string, fields: object): Promise<string>;
  /** Adds a rule of the local org: `row-faults`, `duplicate-rules`, `validation-rules`, `locks`. */
  obstruct(kind: string, rule: object): Promise<void>;
  clear(kind: string): Promise<void>;
  expireSessions(): Promise<void>;
}

export function driveOrg(description: StackDescription['salesforce']): OrgDriver {
  const { instanceUrl, accessToken, apiVersion, namespace } = description;
  const headers = { authorization: `Bearer ${accessToken}` };
  const data = `${instanceUrl}/services/data/v${apiVersion}`;
  const local = `${instanceUrl}/__local__`;
  const named = (text: string): string =>
    namespace
      ? text.replace(/\b([A-Z][A-Za-z]*(?:_[A-Za-z]+)*__[cr])\b/g, `${namespace}__$1`)
      : text;
  const unnamed = (record: object): SalesforceRecord =>
    JSON.parse(JSON.stringify(record).replaceAll(`"${namespace}__`, '"')) as SalesforceRecord;

  async function all(soql: string): Promise<SalesforceRecord[]> {
    const answer = await call<{ records: object[] }>(
      `${data}/query?q=${encodeURIComponent(named(soql))}`,
      { headers },
    );
    return answer.records.map((record) =>
      namespace ? unnamed(record) : (record as SalesforceRecord),
    );
  }

  return {
    ...controlOf(instanceUrl),
    all,
    async one(soql) {
      const records = await all(soql);
      const [record] = records;
      if (!record || records.length > 1) {
        throw new Error(`Expected one record, found ${records.length}: ${soql}`);
      }
      return record;
    },
    async create(object, fields) {
      const body = JSON.parse(named(JSON.stringify(fields))) as object;
      const made = await call<{ id: string }>(`${data}/sobjects/${named(object)}`, {
        method: 'POST',
        headers,
        body,
      });
      return made.id;
    },
    obstruct: (kind, rule) => call(`${local}/${kind}`, { method: 'POST', body: rule }),
    clear: (kind) => call(`${local}/${kind}`, { method: 'DELETE' }),
    expireSessions: () => call(`${local}/sessions`, { method: 'DELETE' }),
  };
}

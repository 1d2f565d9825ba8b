import { assignWorker } from '../../../scripts/lib/deploy-package-assign.ts';
import type { StackDescription } from '../../../scripts/lib/stack-file.ts';
import { call, controlOf, type Control } from './http.ts';

export type SalesforceRecord = Record<string, string | number | boolean | null>;

/** The org as its administrator sees it. Names of the package are given without its namespace. */
export interface OrgDriver extends Control {
  all(soql: string): Promise<SalesforceRecord[]>;
  /** The only record there is; throws with what was found otherwise. */
  one(soql: string): Promise<SalesforceRecord>;
  create(object: string, fields: object): Promise<string>;
  /** What a user does who finds the same human twice: the other record becomes part of this one. */
  merge(object: string, winnerId: string, loserId: string): Promise<void>;
  /** The Contact that the Lead became. */
  convert(leadId: string): Promise<string>;
  /** Lets the worker hear of changes of people, by the package's optional permission set. */
  letWorkerFollow(): Promise<void>;
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

  /** A call of the SOAP API, which alone can merge and convert; throws what it refuses. */
  async function soap(operation: string, body: string): Promise<string> {
    const session = `<SessionHeader><sessionId>${accessToken}</sessionId></SessionHeader>`;
    const response = await fetch(`${instanceUrl}/services/Soap/u/${apiVersion}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', soapaction: '""' },
      body:
        '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"' +
        ' xmlns="urn:partner.soap.sforce.com">' +
        `<e:Header>${session}</e:Header>` +
        `<e:Body><${operation}>${body}</${operation}></e:Body></e:Envelope>`,
    });
    const text = await response.text();
    if (/<(?:\w+:)?success>true</.test(text)) return text;
    throw new Error(`The org refused ${operation}: ${text}`);
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
    async merge(object, winnerId, loserId) {
      const master = `<masterRecord><type>${object}</type><Id>${winnerId}</Id></masterRecord>`;
      const lost = `<recordToMergeIds>${loserId}</recordToMergeIds>`;
      await soap('merge', `<mergeRequests>${master}${lost}</mergeRequests>`);
    },
    async convert(leadId) {
      const status = '<convertedStatus>Closed - Converted</convertedStatus>';
      const rest = `${status}<doNotCreateOpportunity>true</doNotCreateOpportunity>`;
      const wish = `<leadConverts><leadId>${leadId}</leadId>${rest}</leadConverts>`;
      const answer = await soap('convertLead', wish);
      return /<(?:\w+:)?contactId>(\w+)</.exec(answer)?.[1] ?? '';
    },
    letWorkerFollow: () =>
      assignWorker(description, description.username, namespace, 'Cartbridge_People_Follower'),
    obstruct: (kind, rule) => call(`${local}/${kind}`, { method: 'POST', body: rule }),
    clear: (kind) => call(`${local}/${kind}`, { method: 'DELETE' }),
    expireSessions: () => call(`${local}/sessions`, { method: 'DELETE' }),
  };
}

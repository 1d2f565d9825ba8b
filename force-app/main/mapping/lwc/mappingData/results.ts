import { plain } from 'c/names';
import { nodesOf, query, textOf } from 'c/query';
import type { ObjectDescribe, Sample } from 'c/mappingEngine';

/** What jobs found out, all parts of them; the newest last, which may tell the same again. */
export const RESULTS = query(`
  query results($jobs: [ID]) {
    uiapi {
      query {
        Sync_Result__c(
          first: 500
          where: { Sync_Job__c: { in: $jobs } }
          orderBy: { CreatedDate: { order: ASC }, Sort__c: { order: ASC } }
        ) {
          edges {
            node { Id Kind__c { value } Title__c { value } Status__c { value } Data__c { value } }
          }
        }
      }
    }
  }
`);

export interface Results {
  kind: string;
  title: string;
  status: string;
  data: unknown;
}

export function resultsOf(data: unknown): Results[] {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  return nodesOf(uiapi.query.Sync_Result__c).map((node) => ({
    kind: textOf(node, 'Kind__c'),
    title: textOf(node, 'Title__c'),
    status: textOf(node, 'Status__c'),
    data: parsed(textOf(node, 'Data__c')),
  }));
}

/** By object; null where no fields were read yet. */
export function describesOf(results: Results[]): ReadonlyMap<string, ObjectDescribe> | null {
  const found = results.filter(({ kind, data }) => kind === 'Describe' && data !== null);
  if (found.length === 0) return null;
  return new Map(found.map(({ title, data }) => [title, data as ObjectDescribe]));
}

const KINDS = new Set([
  ...['order', 'shipment', 'return', 'cart'],
  ...['person', 'company', 'product', 'shop'],
]);

export function samplesOf(results: Results[]): Sample[] {
  return results
    .filter(({ kind, data }) => KINDS.has(kind) && data !== null)
    .map(({ data }) => data as Sample);
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

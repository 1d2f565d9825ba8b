import { plain } from 'c/names';
import { nodesOf, query, textOf } from 'c/query';

/** The last jobs that asked the model about this shop. */
export const RANKINGS = query(`
  query rankings($shop: ID) {
    uiapi {
      query {
        Sync_Job__c(
          first: 5
          where: { and: [{ Type__c: { eq: "Rank Suggestions" } }, { Shop__c: { eq: $shop } }] }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Status__c { value }
              Message__c { value }
              Result__c { value }
              CreatedDate { value }
            }
          }
        }
      }
    }
  }
`);

export interface RankingJob {
  status: string;
  message: string;
  createdAt: string;
  orders: ReadonlyMap<string, readonly string[]>;
}

/** Newest first. */
export function rankingsOf(data: unknown): RankingJob[] {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  return nodesOf(uiapi.query.Sync_Job__c).map((node) => ({
    status: textOf(node, 'Status__c'),
    message: textOf(node, 'Message__c'),
    createdAt: textOf(node, 'CreatedDate'),
    orders: ordersIn(textOf(node, 'Result__c')),
  }));
}

/** A worker that had no endpoint then may have one by now. */
const NOT_AVAILABLE_FOR_MS = 7 * 24 * 3_600_000;

/** Whether it is worth offering: nobody asked yet, or a model was there. */
export function mayHaveModel(jobs: readonly RankingJob[], now = Date.now()): boolean {
  if (jobs.some(({ status }) => status === 'Done')) return true;
  const refused = jobs.find(({ status }) => status === 'Not Available');
  return !refused || now - new Date(refused.createdAt).getTime() > NOT_AVAILABLE_FOR_MS;
}

function ordersIn(text: string): ReadonlyMap<string, readonly string[]> {
  try {
    const { ranked } = JSON.parse(text) as { ranked: { id: string; order: string[] }[] };
    return new Map(ranked.map(({ id, order }) => [id, order]));
  } catch {
    return new Map();
  }
}

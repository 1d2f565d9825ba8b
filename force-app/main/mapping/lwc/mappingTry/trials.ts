import { plain } from 'c/names';
import { idOf, nodesOf, query, textOf } from 'c/query';

/** The trials of a shop, newest first. */
export const TRIALS = query(`
  query trials($shop: ID) {
    uiapi {
      query {
        Sync_Job__c(
          first: 10
          where: { and: [{ Type__c: { eq: "Dry Run" } }, { Shop__c: { eq: $shop } }] }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node { Id Name { value } Status__c { value } Message__c { value } CreatedDate { value } }
          }
        }
      }
    }
  }
`);

export interface TrialOffer {
  id: string;
  name: string;
  status: string;
  createdAt: string;
}

export function trialsOf(data: unknown): TrialOffer[] {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  return nodesOf(uiapi.query.Sync_Job__c).map((node) => ({
    id: idOf(node),
    name: textOf(node, 'Name'),
    status: textOf(node, 'Status__c'),
    createdAt: textOf(node, 'CreatedDate'),
  }));
}

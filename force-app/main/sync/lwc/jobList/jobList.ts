import { countOf, idOf, nodesOf, numberOf, query, textOf, type Node } from 'c/query';

export const JOBS = query(`
  query jobs($first: Int, $after: String) {
    uiapi {
      query {
        Sync_Job__c(
          first: $first
          after: $after
          orderBy: { CreatedDate: { order: DESC }, Name: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Name { value }
              Type__c { value }
              Status__c { value }
              Wish__c { value }
              Message__c { value }
              Total__c { value }
              Completed__c { value }
              Failed__c { value }
              Heard_At__c { value }
              Finished_At__c { value }
              CreatedDate { value }
              Shop__r { Name { value } }
            }
          }
          pageInfo { endCursor hasNextPage }
          totalCount
        }
        Shop__c(first: 200, orderBy: { Name: { order: ASC } }) {
          edges { node { Id Name { value } } }
        }
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) {
          edges { node { Id Heard_At__c { value } } }
        }
      }
    }
  }
`);

export type Wish = 'Pause' | 'Resume' | 'Cancel';

export interface Job {
  id: string;
  name: string;
  type: string;
  status: string;
  /** What somebody asked of it that the worker has not answered yet; empty: nothing. */
  wish: string;
  message: string;
  /** 0 as long as nobody knows. */
  total: number;
  completed: number;
  failed: number;
  heardAt: string;
  finishedAt: string;
  createdAt: string;
  /** Empty: all shops. */
  shop: string;
}

export interface JobPage {
  jobs: Job[];
  total: number;
  /** Where the next page begins; absent on the last. */
  next?: string;
  shops: { id: string; name: string }[];
  /** When the worker was last heard of; empty: never. */
  heardAt: string;
}

export function readJobs(answered: unknown): JobPage {
  const found = (answered ?? {}) as Record<string, unknown>;
  const list = found.Sync_Job__c as { pageInfo?: { endCursor?: string; hasNextPage?: boolean } };
  const { endCursor, hasNextPage } = list?.pageInfo ?? {};
  return {
    jobs: nodesOf(list).map(readJob),
    total: countOf(list),
    ...(hasNextPage && endCursor && { next: endCursor }),
    shops: nodesOf(found.Shop__c).map((node) => ({ id: idOf(node), name: textOf(node, 'Name') })),
    heardAt: textOf(nodesOf(found.Worker_Status__c)[0], 'Heard_At__c'),
  };
}

/** What can be asked of a job now. What was asked already is not offered again. */
export function wishesFor({ status, wish }: Pick<Job, 'status' | 'wish'>): Wish[] {
  const offered: Record<string, Wish[]> = {
    Requested: ['Cancel'],
    Running: ['Pause', 'Cancel'],
    Paused: ['Resume', 'Cancel'],
  };
  if (wish === 'Cancel') return [];
  return (offered[status] ?? []).filter((what) => what !== wish);
}

function readJob(node: Node): Job {
  const shop = node.Shop__r as Node | null | undefined;
  return {
    id: idOf(node),
    name: textOf(node, 'Name'),
    type: textOf(node, 'Type__c'),
    status: textOf(node, 'Status__c'),
    wish: textOf(node, 'Wish__c'),
    message: textOf(node, 'Message__c'),
    total: numberOf(node, 'Total__c') ?? 0,
    completed: numberOf(node, 'Completed__c') ?? 0,
    failed: numberOf(node, 'Failed__c') ?? 0,
    heardAt: textOf(node, 'Heard_At__c'),
    finishedAt: textOf(node, 'Finished_At__c'),
    createdAt: textOf(node, 'CreatedDate'),
    shop: textOf(shop ?? undefined, 'Name'),
  };
}

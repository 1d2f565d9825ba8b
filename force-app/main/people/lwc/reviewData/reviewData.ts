import { plain } from 'c/names';
import { idOf, nodesOf, numberOf, textOf, type Node } from 'c/query';
import { evidenceIn, freshened, type Candidate, type Evidence } from './evidence';

export { CANDIDATES, REVIEW } from './queries';
export type { Candidate, Evidence, Facts, PersonObject } from './evidence';

export type Decision = 'Use This Record' | 'Create New' | 'Leave';

/** Two records that are known to be one person: nobody has to choose, somebody has to merge. */
export const TWICE = 'Same Shopper Twice';

export interface Review extends Evidence {
  /** By which the worker knows it. */
  key: string;
  status: string;
  reason: string;
  /** Events that wait for the decision. */
  waiting: number;
  decision: string;
  chosenId: string;
  openedAt: string;
  decidedAt: string;
  shop: string;
}

export interface DecideJob {
  id: string;
  status: string;
  message: string;
  review: string;
  decision: string;
  createdAt: string;
}

export interface ReviewPage {
  /** Absent when it is gone, or when the user may not see it. */
  review: Review | undefined;
  /** What was asked for last about this review. */
  job: DecideJob | undefined;
  mayAsk: boolean;
  /** Empty before the worker was connected. */
  heardAt: string;
}

interface Answer {
  uiapi?: {
    objectInfos?: ({ createable?: boolean } | null)[] | null;
    query?: Record<string, unknown>;
  };
}

export function reviewPageOf(data: unknown): ReviewPage {
  const { objectInfos, query: found = {} } = plain(data as Answer).uiapi ?? {};
  const [node] = nodesOf(found.Match_Review__c);
  const review = node && reviewIn(node);
  const jobs = nodesOf(found.Sync_Job__c).map(jobIn);
  return {
    review,
    job: review && jobs.find((job) => job.review === review.key),
    mayAsk: objectInfos?.[0]?.createable === true,
    heardAt: textOf(nodesOf(found.Worker_Status__c)[0], 'Heard_At__c'),
  };
}

/** The candidates that are still there and may be seen, by id, as they are now. */
export function freshOf(data: unknown, { candidates }: Evidence): Map<string, Candidate> {
  const { query: found = {} } = plain(data as Answer).uiapi ?? {};
  const nodes = [...nodesOf(found.Contact), ...nodesOf(found.Lead)];
  const byId = new Map(nodes.map((node) => [idOf(node), node]));
  return new Map(
    candidates.flatMap((candidate) => {
      const node = byId.get(candidate.id);
      return node ? [[candidate.id, freshened(candidate, node)] as const] : [];
    }),
  );
}

function reviewIn(node: Node): Review {
  return {
    ...evidenceIn(textOf(node, 'Evidence__c')),
    key: textOf(node, 'External_Id__c'),
    status: textOf(node, 'Status__c'),
    reason: textOf(node, 'Reason__c'),
    waiting: numberOf(node, 'Waiting__c') ?? 0,
    decision: textOf(node, 'Decision__c'),
    chosenId: textOf(node, 'Chosen_Id__c'),
    openedAt: textOf(node, 'Opened_At__c'),
    decidedAt: textOf(node, 'Decided_At__c'),
    shop: textOf(node.Shop__r as Node | undefined, 'Name'),
  };
}

function jobIn(node: Node): DecideJob {
  const input = inputOf(textOf(node, 'Input__c'));
  return {
    ...{ id: idOf(node), status: textOf(node, 'Status__c'), message: textOf(node, 'Message__c') },
    ...{ review: input.review ?? '', decision: input.decision ?? '' },
    createdAt: textOf(node, 'CreatedDate'),
  };
}

function inputOf(json: string): { review?: string; decision?: string } {
  try {
    return (JSON.parse(json) ?? {}) as { review?: string; decision?: string };
  } catch {
    return {};
  }
}

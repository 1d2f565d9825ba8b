import { plain } from 'c/names';
import { countOf, idOf, nodesOf, textOf } from 'c/query';
import { groupsIn, issueIn, jobsIn, type Group, type Issue, type IssueJob } from './parts';

export { START, type Filter } from './filter';
export { ISSUE, issuesQuery } from './queries';
export type { Group, Issue, IssueJob } from './parts';

export interface Issues {
  /** Whether the user may see issues at all. */
  mayRead: boolean;
  /** Whether the user may ask things of the worker. */
  mayAsk: boolean;
  /** By cause, as filtered; the largest first. */
  groups: Group[];
  /** Open ones by cause, whatever the filter: what a retry of a cause is about. */
  open: Group[];
  listed: Issue[];
  /** How many the filter leaves, beyond those listed. */
  total: number;
  /** How many there are of whatever status. */
  any: number;
  shops: { id: string; name: string }[];
  /** Salesforce ids of open match reviews, by their keys. */
  reviews: Record<string, string>;
  /** Empty before the worker was connected. */
  workerHeardAt: string;
  jobs: IssueJob[];
}

interface Answer {
  uiapi?: {
    objectInfos?: ({ createable?: boolean } | null)[] | null;
    aggregate?: Record<string, unknown>;
    query?: Record<string, unknown>;
  };
}

export function issuesOf(data: unknown): Issues {
  const { objectInfos, aggregate = {}, query: found = {} } = plain(data as Answer).uiapi ?? {};
  const [status] = nodesOf(found.Worker_Status__c);
  return {
    mayRead: 'listed' in found,
    mayAsk: objectInfos?.[0]?.createable === true,
    groups: groupsIn(aggregate.groups),
    open: groupsIn(aggregate.open),
    listed: nodesOf(found.listed).map(issueIn),
    total: countOf(found.listed),
    any: countOf(found.any),
    shops: nodesOf(found.Shop__c).map((shop) => ({ id: idOf(shop), name: textOf(shop, 'Name') })),
    reviews: Object.fromEntries(
      nodesOf(found.Match_Review__c).map((node) => [textOf(node, 'External_Id__c'), idOf(node)]),
    ),
    workerHeardAt: textOf(status, 'Heard_At__c'),
    jobs: jobsIn(found.Sync_Job__c),
  };
}

/** One issue in full; absent when it is gone, or when the user may not see it. */
export function issueOf(data: unknown): Issue | undefined {
  const { query: found = {} } = plain(data as Answer).uiapi ?? {};
  const [node] = nodesOf(found.Sync_Issue__c);
  const [record] = [...nodesOf(found.Order__c), ...nodesOf(found.Cart__c)];
  return node && { ...issueIn(node), recordId: idOf(record), recordName: textOf(record, 'Name') };
}

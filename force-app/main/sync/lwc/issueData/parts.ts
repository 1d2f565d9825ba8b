import { idOf, nodesOf, numberOf, textOf, type Node } from 'c/query';

/** A record of the shop that was put aside. What a list does not ask for is empty in it. */
export interface Issue {
  id: string;
  /** Such as `Order 1023`. */
  name: string;
  key: string;
  status: string;
  cause: string;
  fixer: string;
  kind: string;
  shop: string;
  happened: string;
  next: string;
  code: string;
  /** Such as `Order__c.Total__c`. */
  fields: string[];
  payload: string;
  /** Of the match review it waits for; empty for all other causes. */
  review: string;
  events: number;
  firstSeenAt: string;
  parkedAt: string;
  reason: string;
  changedAt: string;
  /** Of the record in Salesforce; empty while there is none. */
  recordId: string;
  recordName: string;
}

export interface Group {
  cause: string;
  count: number;
}

/** A retry or an ignore that somebody asked for. */
export interface IssueJob {
  id: string;
  type: string;
  status: string;
  message: string;
  finishedAt: string;
  /** Which issues it is about. */
  records: string[];
  cause: string;
}

export function issueIn(node: Node): Issue {
  const fields = textOf(node, 'Fields__c');
  return {
    id: idOf(node),
    name: textOf(node, 'Name'),
    key: textOf(node, 'External_Id__c'),
    status: textOf(node, 'Status__c'),
    cause: textOf(node, 'Cause__c'),
    fixer: textOf(node, 'Who_Can_Fix__c'),
    kind: textOf(node, 'Record_Kind__c'),
    shop: textOf(node.Shop__r as Node | undefined, 'Name'),
    happened: textOf(node, 'What_Happened__c'),
    next: textOf(node, 'Next_Step__c'),
    code: textOf(node, 'Code__c'),
    fields: fields.split(/,\s*/).filter(Boolean),
    payload: textOf(node, 'Payload__c'),
    review: textOf(node, 'Match_Review_Key__c'),
    events: numberOf(node, 'Events__c') ?? 0,
    firstSeenAt: textOf(node, 'First_Seen_At__c'),
    parkedAt: textOf(node, 'Parked_At__c'),
    reason: textOf(node, 'Reason__c'),
    changedAt: textOf(node, 'LastModifiedDate'),
    recordId: '',
    recordName: '',
  };
}

interface AggregateEdge {
  node: {
    aggregate: { Cause__c?: { value?: string | null }; Id?: { count?: { value?: number } } };
  };
}

export function groupsIn(connection: unknown): Group[] {
  const { edges = [] } = (connection ?? {}) as { edges?: AggregateEdge[] };
  return edges
    .map(({ node: { aggregate } }) => ({
      cause: aggregate.Cause__c?.value ?? '',
      count: aggregate.Id?.count?.value ?? 0,
    }))
    .sort((one, other) => other.count - one.count || one.cause.localeCompare(other.cause));
}

export function jobsIn(connection: unknown): IssueJob[] {
  return nodesOf(connection).map((node) => {
    const input = inputOf(textOf(node, 'Input__c'));
    return {
      id: idOf(node),
      type: textOf(node, 'Type__c'),
      status: textOf(node, 'Status__c'),
      message: textOf(node, 'Message__c'),
      finishedAt: textOf(node, 'Finished_At__c'),
      records: input.records ?? [],
      cause: input.cause ?? '',
    };
  });
}

function inputOf(json: string): { records?: string[]; cause?: string } {
  try {
    return (JSON.parse(json) ?? {}) as { records?: string[]; cause?: string };
  } catch {
    return {};
  }
}

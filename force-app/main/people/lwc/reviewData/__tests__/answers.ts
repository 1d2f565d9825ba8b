import { graphql } from 'lightning/graphql';
import { connection, minutesAgo, settle } from '../../../../shared/lwc/query/__tests__/kit';

type Fields = Record<string, unknown>;

export const EVIDENCE = {
  shopper: {
    ...{ name: 'Ada Keller', email: 'ada@example.com', phone: '+49 30 1234567', company: null },
    customerKey: 'shop-1:customer:11',
  },
  candidates: [
    {
      ...{ id: '003A', object: 'Contact', name: 'Ada Keller', email: 'ADA@example.com' },
      ...{ phone: '030 1234567', company: null, customerKey: null, owner: 'Sam Rivers' },
      ...{ createdAt: '2026-01-02T10:00:00.000Z', lastActivity: null, matchedBy: ['email'] },
    },
    {
      ...{ id: '00QB', object: 'Lead', name: 'A. Keller', email: 'ada@example.com', phone: null },
      ...{ company: 'Keller GmbH', customerKey: null, owner: 'Queue', createdAt: null },
      ...{ lastActivity: '2026-10-05', matchedBy: ['email', 'duplicateRule'] },
    },
  ],
};

/** An open review as the org answers it. */
export function reviewNode(more: Fields = {}): Fields {
  return {
    ...{ Id: 'a10', Name: 'shop-1:customer:11', External_Id__c: 'r1', Status__c: 'Open' },
    ...{ Reason__c: 'Several Records Match', Evidence__c: JSON.stringify(EVIDENCE), Waiting__c: 3 },
    ...{ Decision__c: null, Chosen_Id__c: null, Opened_At__c: minutesAgo(90) },
    ...{ Decided_At__c: null, Shop__r: { Id: 'a02', Name: { value: 'Sample Shop' } } },
    ...more,
  };
}

/** What somebody asked about this review. */
export function jobNode(more: Fields = {}): Fields {
  return {
    ...{ Id: 'j1', Status__c: 'Requested', Message__c: '', CreatedDate: minutesAgo(1) },
    Input__c: JSON.stringify({ review: 'r1', decision: 'Leave' }),
    ...more,
  };
}

interface Answered {
  review?: Fields | undefined;
  jobs?: Fields[];
  mayAsk?: boolean;
  heardAt?: string;
}

export function reviewAnswer(answered: Answered): object {
  const { review, jobs = [], mayAsk = true, heardAt = minutesAgo(1) } = answered;
  return {
    uiapi: {
      objectInfos: [{ createable: mayAsk }],
      query: {
        Match_Review__c: connection(review ? [review] : []),
        Sync_Job__c: connection(jobs),
        Worker_Status__c: connection([{ Id: 'w', Heard_At__c: heardAt }]),
      },
    },
  };
}

/** Both candidates, the contact with a new name. */
export function candidatesAnswer({ lead = true } = {}): object {
  const contact = { Id: '003A', Name: 'Ada Keller-Ruiz', Email: 'ada@example.com' };
  return {
    uiapi: {
      query: {
        Contact: connection([{ ...contact, Owner__r: null }]),
        Lead: connection(lead ? [{ Id: '00QB', Name: 'A. Keller' }] : []),
      },
    },
  };
}

interface Adapter {
  emit(data: unknown, filter: (config: Config) => boolean, refresh?: () => unknown): void;
  emitErrors(errors: unknown[], filter: (config: Config) => boolean): void;
}
interface Config {
  variables?: Record<string, unknown>;
}

const adapter = graphql as unknown as Adapter;
const asks =
  (variable: string) =>
  ({ variables }: Config): boolean =>
    variables !== undefined && variable in variables;

/** Lets the query with this variable answer. */
export function emitTo(variable: string, data: unknown, refresh?: () => unknown): Promise<void> {
  adapter.emit(data, asks(variable), refresh);
  return settle();
}

export function refuseTo(variable: string, message: string): Promise<void> {
  adapter.emitErrors([{ message }], asks(variable));
  return settle();
}

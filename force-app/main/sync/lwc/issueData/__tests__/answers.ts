import { connection, minutesAgo } from '../../../../shared/lwc/query/__tests__/kit';

type Fields = Record<string, unknown>;

/** An issue as the org answers it. */
export function issueNode(number: number, more: Fields = {}): Fields {
  return {
    ...{ Id: `a05${number}`, Name: `Order ${number}`, External_Id__c: `shop-1:order:${number}` },
    ...{ Status__c: 'Open', Cause__c: 'record_data', Record_Kind__c: 'order', Events__c: 1 },
    ...{ Who_Can_Fix__c: 'Salesforce Admin', What_Happened__c: 'Too long.', Next_Step__c: 'Cut.' },
    ...{ Code__c: 'STRING_TOO_LONG', Fields__c: 'Order__c.Channel__c, Email__c', Payload__c: '{}' },
    ...{ Parked_At__c: minutesAgo(5), First_Seen_At__c: minutesAgo(9), Reason__c: null },
    ...{ LastModifiedDate: minutesAgo(5), Shop__r: { Name: { value: 'Sample Shop' } } },
    ...more,
  };
}

function groups(counts: Record<string, number>): object {
  const edges = Object.entries(counts).map(([cause, count]) => ({
    node: { aggregate: { Cause__c: { value: cause }, Id: { count: { value: count } } } },
  }));
  return { edges };
}

export interface Answered {
  listed?: Fields[];
  total?: number;
  any?: number;
  causes?: Record<string, number>;
  open?: Record<string, number>;
  jobs?: Fields[];
  mayAsk?: boolean;
  heardAt?: string;
}

/** What the org answers to the query of the page. */
export function issuesAnswer(answered: Answered): object {
  const { listed = [], causes = {}, open = causes, jobs = [], mayAsk = true } = answered;
  const { total = listed.length, any = total, heardAt = minutesAgo(1) } = answered;
  return {
    uiapi: {
      objectInfos: [{ createable: mayAsk }],
      aggregate: { groups: groups(causes), open: groups(open) },
      query: {
        listed: connection(listed, total),
        any: connection([], any),
        Shop__c: connection([{ Id: 'a02', Name: 'Sample Shop' }]),
        Worker_Status__c: connection([{ Id: 'a01', Heard_At__c: heardAt }]),
        Sync_Job__c: connection(jobs),
      },
    },
  };
}

/** What the org answers about one issue; with an order when it is in Salesforce. */
export function issueAnswer(node?: Fields, order?: Fields): object {
  const query = {
    Sync_Issue__c: connection(node ? [node] : []),
    Order__c: connection(order ? [order] : []),
    Cart__c: connection([]),
  };
  return { uiapi: { query } };
}

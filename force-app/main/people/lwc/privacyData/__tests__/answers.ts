import { connection, minutesAgo } from '../../../../shared/lwc/query/__tests__/kit';

type Fields = Record<string, unknown>;

export const PLACES = [
  {
    ...{ place: 'event', label: 'Events of the shop', where: 'worker', count: 4, what: 'erased' },
    note: 'They hold the address.',
  },
  {
    ...{ place: 'order_ledger', label: 'Orders in the books', where: 'worker', count: 3 },
    ...{ what: 'kept', note: 'Totals stay right.' },
  },
  {
    ...{ place: 'Contact', label: 'Contacts', where: 'salesforce', count: 1, what: 'anonymised' },
    note: 'Nothing is blanked.',
  },
];

export const PREVIEW = {
  places: PLACES,
  records: [{ object: 'Contact', id: '003A', madeBy: 'people', what: 'unlink' }],
  leftToDo: ['Erase the prospect in Account Engagement.'],
  ...{ logKeys: ['shop-1:order:100'], logKeysMore: 2, token: 't1' },
};

export const PERSON = {
  ...{ id: 'p1', customerKey: 'shop-1:customer:11', object: 'Contact', recordId: '003A' },
  ...{ registered: true, orders: 3, carts: 1 },
};

export const FOUND = { people: [PERSON], chosen: ['p1'], preview: PREVIEW };

export const RECEIPT = {
  ...{ erasure: 'e1', verified: true, places: PLACES, remaining: [] as object[] },
  ...{ leftToDo: PREVIEW.leftToDo, logKeys: [], logKeysMore: 0 },
};

export function rightsAnswer({ mayAsk = true, heardAt = minutesAgo(1) } = {}): object {
  const status = connection([{ Id: 'w', Heard_At__c: heardAt }]);
  return {
    uiapi: { objectInfos: [{ createable: mayAsk }], query: { Worker_Status__c: status } },
  };
}

/** A job as the org answers it, with the parts of its result. */
export function jobAnswer(job: Fields, parts: object[] = []): object {
  const results = parts.map((part, at) => ({ Id: `r${at}`, Data__c: JSON.stringify(part) }));
  return {
    uiapi: {
      query: {
        Sync_Job__c: connection([{ Id: 'j1', Name: 'JOB-000001', Message__c: '', ...job }]),
        Sync_Result__c: connection(results),
      },
    },
  };
}

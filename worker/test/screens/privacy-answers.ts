const PLACES = [
  {
    ...{ place: 'event', label: 'Events of the shop', where: 'worker', count: 4, what: 'erased' },
    note: 'What the shop sent holds name and address.',
  },
  {
    ...{ place: 'order_ledger', label: 'Orders in the books', where: 'worker', count: 3 },
    ...{ what: 'kept', note: 'Amounts stay, so that totals stay right; they are nobody’s.' },
  },
  {
    ...{ place: 'Order__c', label: 'Shop orders', where: 'salesforce', count: 3 },
    ...{ what: 'anonymised', note: 'Numbers and amounts stay; email, city and keys go.' },
  },
];

const LEFT = {
  leftToDo: ['Erase the prospect in Account Engagement: open it and choose Delete.'],
  ...{ logKeys: ['shop-1:order:100'], logKeysMore: 0 },
};

/** What the worker answers about one person with this contact. */
export const PRIVACY = (contact: string) => ({
  found: {
    people: [
      {
        ...{ id: 'p1', customerKey: 'shop-1:customer:11', object: 'Contact', recordId: contact },
        ...{ registered: true, orders: 3, carts: 1 },
      },
    ],
    chosen: ['p1'],
    preview: {
      places: PLACES,
      records: [{ object: 'Contact', id: contact, madeBy: 'people', what: 'unlink' }],
      ...{ ...LEFT, token: 't1' },
    },
  },
  receipt: {
    ...{ erasure: '0b1e6c52-77aa-4b7f-8b5c-6f7f0a1d2e3f', verified: true, remaining: [] },
    ...{ places: PLACES, ...LEFT },
  },
});

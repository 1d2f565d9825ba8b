// Answers as the platform gives them to the query of the panel.

type Fields = Record<string, unknown>;

/** Values as GraphQL wraps them. */
export function node(id: string, fields: Fields, parts: Fields = {}): Fields {
  const wrapped = Object.entries(fields).map(([name, value]) => [
    name,
    { value, displayValue: typeof value === 'string' ? value : null },
  ]);
  return { Id: id, ...Object.fromEntries(wrapped), ...parts };
}

export const list = (nodes: Fields[], totalCount = nodes.length): Fields => ({
  totalCount,
  edges: nodes.map((one) => ({ node: one })),
});

export const ADA = '003000000000001AAA';

export const person = (fields: Fields = {}): Fields =>
  node(ADA, {
    Total_Spend__c: 1284.5,
    Spend_Currency__c: 'EUR',
    Order_Count__c: 7,
    Average_Order_Value__c: 183.5,
    First_Order_At__c: '2026-01-01T10:00:00.000Z',
    Last_Order_At__c: '2026-07-01T10:00:00.000Z',
    Cart_Status__c: 'None',
    Cart_Value__c: 0,
    Cart_Currency__c: 'EUR',
    Cart_Item_Count__c: 0,
    Cart_First_Items__c: 'None',
    Cart_Abandoned_At__c: null,
    Cart_URL__c: 'https://shop.example.com',
    Cart_Times_Abandoned__c: 0,
    ...fields,
  });

/** Somebody who never bought. */
export const stranger = (): Fields =>
  person({
    Total_Spend__c: null,
    Spend_Currency__c: null,
    Order_Count__c: null,
    Average_Order_Value__c: null,
    First_Order_At__c: null,
    Last_Order_At__c: null,
  });

export const item = (id: string, fields: Fields = {}): Fields =>
  node(id, {
    Product_Name__c: 'Trail Shoe',
    SKU__c: 'TS-42',
    Quantity__c: 2,
    Unit_Price__c: 60,
    Total__c: 120,
    ...fields,
  });

export const order = (number: number, fields: Fields = {}): Fields =>
  node(
    `a01-${number}`,
    {
      Name: String(number),
      LastModifiedDate: '2026-07-01T10:02:13.000Z',
      Status__c: 'Shipped',
      Shop_Status__c: 'Shipped',
      Placed_At__c: '2026-07-01T10:00:00.000Z',
      Source_Modified_At__c: '2026-07-01T10:02:11.000Z',
      Currency__c: 'EUR',
      Total__c: 183.5,
      Subtotal__c: 150,
      Tax__c: 28.5,
      Shipping_Cost__c: 5,
      Discount__c: 0,
      Refunded__c: 0,
      Net_Total__c: 183.5,
      Email__c: 'ada@example.com',
      Archived__c: false,
      ...fields,
    },
    {
      Contact__r: node(ADA, { Name: 'Ada Lovelace' }),
      Lead__r: null,
      Order_Items__r: list([item(`i-${number}`, { Options__c: 'Size: 42' })]),
    },
  );

export const cart = (fields: Fields = {}): Fields =>
  node(
    'a02-1',
    {
      Name: 'CART-000001',
      LastModifiedDate: '2026-07-02T10:00:03.000Z',
      Status__c: 'Abandoned',
      Recovered__c: false,
      Value__c: 89.9,
      Currency__c: 'EUR',
      Item_Count__c: 2,
      Email__c: 'ada@example.com',
      URL__c: 'https://shop.example.com/r/abc',
      Started_At__c: '2026-07-02T08:00:00.000Z',
      Last_Activity_At__c: '2026-07-02T09:00:00.000Z',
      Abandoned_At__c: '2026-07-02T10:00:00.000Z',
      Times_Abandoned__c: 2,
      ...fields,
    },
    {
      Contact__r: node(ADA, { Name: 'Ada Lovelace' }),
      Lead__r: null,
      Cart_Items__r: list([item('c-1', { Product_Name__c: 'Stove' })]),
    },
  );

/** The whole answer; what is `undefined` in `parts` is left out, as what nobody may see. */
export function answer(parts: Fields = {}, aggregate?: Fields): { uiapi: Fields } {
  const query = {
    person: list([person()]),
    Order__c: list([order(1023), order(1022)], 7),
    newest: list([order(1023)]),
    Cart__c: list([cart()]),
    Worker_Status__c: list([node('w', { Heard_At__c: new Date().toISOString() })]),
    ...parts,
  };
  const kept = Object.entries(query).filter(([, part]) => part !== undefined);
  return { uiapi: { query: Object.fromEntries(kept), ...(aggregate && { aggregate }) } };
}

export const nothing = (): { uiapi: Fields } =>
  answer({
    person: list([stranger()]),
    Order__c: list([]),
    newest: list([]),
    Cart__c: list([]),
  });

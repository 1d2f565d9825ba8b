import { countOf, idOf, nodesOf, numberOf, textOf, type Node } from 'c/query';

export interface Item {
  id: string;
  name: string;
  sku: string;
  options: string;
  quantity: number | null;
  unitPrice: number | null;
  total: number | null;
  refundedQuantity: number | null;
}

export interface Person {
  object: 'Contact' | 'Lead';
  id: string;
  name: string;
}

interface Common {
  id: string;
  name: string;
  /** The value the platform keeps, and the words it shows for it. */
  status: string;
  statusShown: string;
  currency: string;
  email: string;
  person: Person | undefined;
  items: Item[];
  /** How many items there are, beyond those at hand. */
  itemCount: number;
  /** When this was last written here. */
  hereAt: string;
}

export interface Order extends Common {
  shopStatus: string;
  placedAt: string;
  shopAt: string;
  amounts: Record<Amount, number | null>;
  isArchived: boolean;
}

export type Amount = 'total' | 'subtotal' | 'tax' | 'shipping' | 'discount' | 'refunded' | 'net';

export interface Cart extends Common {
  value: number | null;
  pieces: number | null;
  url: string;
  startedAt: string;
  shopAt: string;
  abandonedAt: string;
  timesAbandoned: number;
  isRecovered: boolean;
}

export function orderOf(node: Node): Order {
  const amount = (field: string): number | null => numberOf(node, field);
  return {
    ...commonOf(node, 'Order_Items__r'),
    shopStatus: textOf(node, 'Shop_Status__c'),
    placedAt: textOf(node, 'Placed_At__c'),
    shopAt: textOf(node, 'Source_Modified_At__c'),
    amounts: {
      total: amount('Total__c'),
      subtotal: amount('Subtotal__c'),
      tax: amount('Tax__c'),
      shipping: amount('Shipping_Cost__c'),
      discount: amount('Discount__c'),
      refunded: amount('Refunded__c'),
      net: amount('Net_Total__c'),
    },
    isArchived: node.Archived__c?.value === true,
  };
}

export function cartOf(node: Node): Cart {
  return {
    ...commonOf(node, 'Cart_Items__r'),
    value: numberOf(node, 'Value__c'),
    pieces: numberOf(node, 'Item_Count__c'),
    url: webAddress(textOf(node, 'URL__c')),
    startedAt: textOf(node, 'Started_At__c'),
    shopAt: textOf(node, 'Last_Activity_At__c'),
    abandonedAt: textOf(node, 'Abandoned_At__c'),
    timesAbandoned: numberOf(node, 'Times_Abandoned__c') ?? 0,
    isRecovered: node.Recovered__c?.value === true,
  };
}

function commonOf(node: Node, relationship: string): Common {
  return {
    id: idOf(node),
    name: textOf(node, 'Name'),
    status: textOf(node, 'Status__c'),
    statusShown: node.Status__c?.displayValue ?? textOf(node, 'Status__c'),
    currency: textOf(node, 'Currency__c'),
    email: textOf(node, 'Email__c'),
    person: personOf('Contact', node.Contact__r) ?? personOf('Lead', node.Lead__r),
    items: nodesOf(node[relationship]).map(itemOf),
    itemCount: countOf(node[relationship]),
    hereAt: textOf(node, 'LastModifiedDate'),
  };
}

function personOf(object: Person['object'], parent: unknown): Person | undefined {
  const node = (parent ?? undefined) as Node | undefined;
  return node && { object, id: idOf(node), name: textOf(node, 'Name') };
}

function itemOf(node: Node): Item {
  return {
    id: idOf(node),
    name: textOf(node, 'Product_Name__c') || textOf(node, 'SKU__c'),
    sku: textOf(node, 'SKU__c'),
    options: textOf(node, 'Options__c'),
    quantity: numberOf(node, 'Quantity__c'),
    unitPrice: numberOf(node, 'Unit_Price__c'),
    total: numberOf(node, 'Total__c'),
    refundedQuantity: numberOf(node, 'Refunded_Quantity__c'),
  };
}

/** The address came from a shop: only what opens a web page becomes a link. */
export function webAddress(text: string): string {
  return /^https?:\/\//i.test(text) ? text : '';
}

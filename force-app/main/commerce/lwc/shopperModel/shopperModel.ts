import { countOf, idOf, nodesOf, numberOf, textOf, type Node } from 'c/query';
import { FIGURES, PERSON_CART } from 'c/shopFields';
import { cartOf, orderOf, webAddress, type Cart, type Order } from 'c/shopModel';
import { CARTS, CONTACTS } from 'c/shopperQuery';

export interface Figures {
  spend: number | null;
  currency: string;
  orders: number | null;
  average: number | null;
  firstAt: string;
  lastAt: string;
}

export interface PersonCart {
  status: string;
  value: number | null;
  currency: string;
  pieces: number | null;
  firstItems: string;
  abandonedAt: string;
  timesAbandoned: number;
  url: string;
}

export interface Shopper {
  /** One for each currency. */
  figures: Figures[];
  orders: Order[];
  orderCount: number;
  carts: Cart[];
  cartCount: number;
  /** What the person's own fields say of the cart, where no cart is at hand. */
  personCart: PersonCart | undefined;
  shopAt: string;
  hereAt: string;
  heardAt: string;
  /** News of these is news for the panel; nothing when they are too many to name. */
  about: string[] | undefined;
  isEmpty: boolean;
  /** Something is hidden from the reader: some of it, or all. */
  hidden: 'nothing' | 'some' | 'all';
}

export interface Answer {
  uiapi: { query: Record<string, unknown>; aggregate?: { sums?: unknown } };
}

/** Reads the answer of `shopperQuery`, its names without a namespace. */
export function shopperOf({ uiapi }: Answer, recordId: string, isPlainer = false): Shopper {
  const { query, aggregate } = uiapi;
  const [person] = nodesOf(query.person);
  const people = nodesOf(query.people);
  const sums = nodesOf(aggregate?.sums).map((node) => node.aggregate as unknown as Sums);
  const figures = person ? [figuresOf(person)] : sums.map(summedOf);
  const orders = nodesOf(query.Order__c).map(orderOf);
  const open = nodesOf(query.Cart__c).map(cartOf).filter(isOpen).sort(newestFirst);
  const carts = open.slice(0, CARTS);
  const personCart = carts.length > 0 || !person ? undefined : personCartOf(person);
  const known = figures.filter(({ orders: placed, spend }) => placed || spend);
  const nobody = countOf(query.people) > CONTACTS;
  const near = [recordId, ...people.map(idOf), ...orders.map(idOfIt), ...carts.map(idOfIt)];
  return {
    figures: known,
    orders,
    orderCount: countOf(query.Order__c),
    carts,
    cartCount: isPlainer ? open.length : countOf(query.Cart__c),
    personCart,
    ...newestOf(query, carts),
    heardAt: textOf(nodesOf(query.Worker_Status__c)[0], 'Heard_At__c'),
    about: nobody ? undefined : near,
    isEmpty: known.length === 0 && orders.length === 0 && carts.length === 0 && !personCart,
    hidden: hiddenIn(query, person, isPlainer),
  };
}

const isOpen = ({ status }: { status: string }): boolean =>
  status === 'Open' || status === 'Abandoned';

const newestFirst = (one: { shopAt: string }, other: { shopAt: string }): number =>
  time(other.shopAt) - time(one.shopAt);

const idOfIt = ({ id }: { id: string }): string => id;

function figuresOf(node: Node): Figures {
  return {
    spend: numberOf(node, 'Total_Spend__c'),
    currency: textOf(node, 'Spend_Currency__c'),
    orders: numberOf(node, 'Order_Count__c'),
    average: numberOf(node, 'Average_Order_Value__c'),
    firstAt: textOf(node, 'First_Order_At__c'),
    lastAt: textOf(node, 'Last_Order_At__c'),
  };
}

type Sums = Record<string, Record<string, { value?: unknown }> & { value?: unknown }>;

function summedOf(sums: Sums): Figures {
  const number = (field: string): number | null => {
    const value = sums[field]?.sum?.value;
    return typeof value === 'number' ? value : null;
  };
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  const spend = number('Total_Spend__c');
  const orders = number('Order_Count__c');
  return {
    spend,
    currency: text(sums.Spend_Currency__c?.value),
    orders,
    average: spend !== null && orders ? spend / orders : null,
    firstAt: text(sums.First_Order_At__c?.min?.value),
    lastAt: text(sums.Last_Order_At__c?.max?.value),
  };
}

/** Nothing when the latest cart is no longer open: there is nothing to win back. */
function personCartOf(node: Node): PersonCart | undefined {
  const status = textOf(node, 'Cart_Status__c');
  if (!isOpen({ status })) return undefined;
  return {
    status,
    value: numberOf(node, 'Cart_Value__c'),
    currency: textOf(node, 'Cart_Currency__c'),
    pieces: numberOf(node, 'Cart_Item_Count__c'),
    firstItems: textOf(node, 'Cart_First_Items__c'),
    abandonedAt: textOf(node, 'Cart_Abandoned_At__c'),
    timesAbandoned: numberOf(node, 'Cart_Times_Abandoned__c') ?? 0,
    url: webAddress(textOf(node, 'Cart_URL__c')),
  };
}

/** The newest news of all: of the order that changed last in the shop, or of the newest cart. */
function newestOf(
  query: Record<string, unknown>,
  carts: Cart[],
): { shopAt: string; hereAt: string } {
  const order = nodesOf(query.newest).map((node) => ({
    shopAt: textOf(node, 'Source_Modified_At__c'),
    hereAt: textOf(node, 'LastModifiedDate'),
  }));
  const all = [...order, ...carts].sort(newestFirst);
  return { shopAt: all[0]?.shopAt ?? '', hereAt: all[0]?.hereAt ?? '' };
}

const time = (instant: string): number => (instant ? new Date(instant).getTime() : 0);

function hiddenIn(
  query: Record<string, unknown>,
  person: Node | undefined,
  isPlainer: boolean,
): Shopper['hidden'] {
  const asked = person ? [...FIGURES, ...PERSON_CART] : [];
  const parts = [
    ...asked.map((field) => field in (person ?? {})),
    'Order__c' in query,
    'Cart__c' in query,
  ];
  if (parts.every(Boolean) && !isPlainer) return 'nothing';
  return parts.some(Boolean) ? 'some' : 'all';
}

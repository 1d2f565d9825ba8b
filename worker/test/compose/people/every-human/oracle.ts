import type { ShopName, Script, ShopStep, Step } from './script.ts';
import { isOfSalesforce, SHOPS } from './script.ts';
import { humanOf, type Happened } from './rep-acts.ts';

/** Somebody whom the stated rules tell apart from everybody else. */
export interface Shopper {
  who: string;
  /** As the books have them, such as `xa:customer:7-1` or `xa:email:ada@s7.example`. */
  names: string[];
  orders: string[];
  carts: string[];
  orderCount: number;
  totalCents: number;
  /** Whether Salesforce has them at the end. */
  inSalesforce: 'yes' | 'no' | 'maybe';
  /** Two records of theirs may stand side by side until somebody merges them. */
  mayBeTwice: boolean;
}

/**
 * Who is who by the rules alone: what a shop's own records say of one another, and what Salesforce's
 * users did. It knows nothing of how the worker finds out.
 */
export function judge(
  { seed, acrossShops, turns }: Script,
  happened: Happened,
  shopId: (shop: ShopName) => string,
): Shopper[] {
  const steps = turns.flatMap((turn) => turn.steps);
  const groups = createGroups();
  const owners = new Map<string, string>();
  const orders = new Map<string, { name: string; cents: number; counts: boolean }>();
  const carts = new Map<string, string>();
  const email = (shop: ShopName, address: string): string => `${shopId(shop)}:email:${address}`;
  const customer = (shop: ShopName, id: string): string => `${shopId(shop)}:customer:${id}`;
  const meet = (who: string, name: string): string => {
    owners.set(name, who);
    groups.add(name);
    return name;
  };
  const meetAddress = (who: string, shop: ShopName, address: string): string => {
    const name = meet(who, email(shop, address));
    // By such a policy an address is one human's, whatever the shop.
    if (acrossShops) groups.join(name, `everywhere ${address}`);
    return name;
  };
  for (const step of steps) if (!isOfSalesforce(step)) hear(step);

  function hear(step: ShopStep): void {
    const { who, shop } = step;
    const key = 'order' in step ? `${shopId(shop)}:order:${step.order}` : '';
    switch (step.does) {
      case 'registers':
      case 'changes address':
        groups.join(meet(who, customer(shop, step.account)), meetAddress(who, shop, step.address));
        return;
      case 'orders': {
        const name = buyer(who, shop, step);
        orders.set(key, { name, cents: step.cents, counts: true });
        if (step.boughtCart) carts.set(`${shopId(shop)}:cart:${step.boughtCart}`, name);
        return;
      }
      case 'fills a cart':
        carts.set(`${shopId(shop)}:cart:${step.cart}`, buyer(who, shop, step));
        return;
      case 'is paid back': {
        const order = orders.get(key);
        if (!order) return;
        order.cents -= step.cents;
        order.counts = order.cents > 0;
        return;
      }
      case 'cancels': {
        const order = orders.get(key);
        if (order) order.counts = false;
        return;
      }
      case 'is merged':
        groups.join(customer(shop, step.account), customer(shop, step.into));
        return;
      default:
    }
  }

  function buyer(
    who: string,
    shop: ShopName,
    { account, address }: { account: string | null; address: string },
  ): string {
    return account === null ? meetAddress(who, shop, address) : meet(who, customer(shop, account));
  }

  for (const [left, right] of happened.joined.get(seed) ?? []) groups.join(left, right);
  for (const { name, address } of [...happened.renamed]
    .filter(([human]) => human.startsWith(`${seed} `))
    .map(([, renamed]) => renamed)) {
    for (const shop of SHOPS) {
      const said = email(shop, address);
      if (owners.has(said)) groups.join(name, said);
    }
  }

  return groups.all().flatMap((all): Shopper | [] => {
    const names = all.filter((name) => owners.has(name));
    const who = owners.get(names[0] ?? '');
    if (who === undefined) return [];
    const isTheirs = (name: string): boolean => names.includes(name);
    const bought = [...orders].filter(([, { name }]) => isTheirs(name));
    const counted = bought.filter(([, { counts }]) => counts);
    return {
      ...{ who, names },
      orders: bought.map(([key]) => key),
      carts: [...carts].flatMap(([key, name]) => (isTheirs(name) ? key : [])),
      orderCount: counted.length,
      totalCents: counted.reduce((sum, [, { cents }]) => sum + cents, 0),
      inSalesforce: isThere(humanOf(seed, who), all),
      mayBeTwice:
        rootsOf(steps, names, acrossShops) > 1 || happened.contacts.has(humanOf(seed, who)),
    };
  });

  function isThere(human: string, all: string[]): Shopper['inSalesforce'] {
    const gone = [...(happened.deleted.get(human) ?? [])].filter((id) => all.includes(id));
    if (gone.length === 0) return 'yes';
    const isOne =
      rootsOf(
        steps,
        all.filter((name) => owners.has(name)),
        acrossShops,
      ) === 1;
    return isOne && !happened.contacts.has(human) ? 'no' : 'maybe';
  }
}

/** By how many names that did not lead to one another from the start somebody was met. */
function rootsOf(steps: Step[], names: string[], acrossShops: boolean): number {
  const roots = new Set<string>();
  for (const step of steps) {
    if (isOfSalesforce(step)) continue;
    if (!('address' in step)) continue;
    const isMine = names.some((name) => name.endsWith(`:email:${step.address}`));
    if (isMine) roots.add(acrossShops ? step.address : `${step.shop} ${step.address}`);
  }
  return roots.size;
}

/** Names and records that turned out to be one. */
function createGroups() {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    const parent = parents.get(name) ?? name;
    return parent === name ? name : find(parent);
  };
  return {
    add: (name: string) => {
      if (!parents.has(name)) parents.set(name, name);
    },
    join(left: string, right: string) {
      for (const name of [left, right]) if (!parents.has(name)) parents.set(name, name);
      parents.set(find(left), find(right));
    },
    all: () => [...Map.groupBy(parents.keys(), find).values()],
  };
}

import { isNoticed, type Life } from './life.ts';
import type { Scene } from './in-shops.ts';
import { sweepIn, type SalesforceStep } from './script.ts';

/** What a user of Salesforce does about somebody; null where nothing comes to mind. */
export function actInSalesforce(
  life: Life,
  { turn, random, seed, acrossShops }: Scene,
): SalesforceStep | null {
  if (!isNoticed(life, turn)) return null;
  const { who } = life;
  if (!life.hasContactOfRep && random.chance(turn === 0 ? 0.3 : 0.15)) {
    life.hasContactOfRep = true;
    const address = life.addresses[0];
    return { does: 'rep makes a Contact', who, shop: 'A', name: `email:${address}`, address };
  }
  const [first] = life.names;
  if (!first || turn === 0) return null;
  const whose = { who, ...random.pick(life.names) };
  const address = `${who.toLowerCase()}.rep${(life.others += 1)}@s${seed}.example`;
  switch (random.below(8)) {
    case 0:
    case 1:
      // A Contact without a key is whoever of the two shops' people looks for it first.
      if (!acrossShops && sweepIn(turn) !== 'before') return null;
      return {
        ...{ does: 'rep converts the Lead', ...whose },
        into:
          life.hasContactOfRep && isOfMain(life, whose) ? 'the Contact of a rep' : 'a new Contact',
      };
    case 2:
    case 3:
      return { does: 'rep merges it', ...whose, as: random.pick(['winner', 'loser']), address };
    case 4:
      return { does: 'rep merges both records', ...whose };
    case 5:
      return { does: 'rep deletes it', ...whose };
    case 6:
      return { does: 'rep undeletes it', ...whose };
    default:
      if (life.repAddress) return null;
      life.repAddress = { address, shop: whose.shop, turn };
      return { does: 'rep changes the address', ...whose, address };
  }
}

/** Whether the rep's Contact bears an address that names them already. */
function isOfMain({ addresses, accounts }: Life, { name }: { name: string }): boolean {
  const [main] = addresses;
  if (name === `email:${main}`) return true;
  return accounts.some(({ id, address }) => name === `customer:${id}` && address === main);
}

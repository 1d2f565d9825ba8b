import type { Pool, Queryable } from '../../shared/database/pool.ts';
import { findErased } from '../../shared/erased-names.ts';
import { Failure } from '../../shared/failure.ts';
import { recordKey, type RecordKey, type ShopId } from '../../shared/ids.ts';
import type { Vault } from '../../shared/secrets.ts';
import { findShop, openShopSecrets, type Shop, type ShopSecrets } from '../../shared/shops.ts';
import type { ShopEvent } from '../task.ts';
import type { Heard } from './heard.ts';
import type { ShopReader } from './shop-reader.ts';

/** What the stored deliveries of one record say beyond "look", oldest first. */
export type Hear = (events: ShopEvent[]) => Heard;

/** How a platform's shops are read and heard. */
export interface Conversation {
  reader: ShopReader;
  hear: Hear;
}

/** A platform as composing needs it. */
export interface ReadablePlatform {
  /** What people call it; `Platform__c` of the shop in Salesforce. */
  label: string;
  /** Calls nobody. Throws a Failure when the shop's row does not hold what it takes. */
  open(shop: Shop, secrets: ShopSecrets): Conversation;
}

/** A shop ready to be asked. */
export interface OpenShop extends Conversation {
  shop: Shop;
  /** Which of these names and record keys are of people who were erased; absent: nobody was. */
  whoIsErased?: (names: string[], db?: Queryable) => Promise<ReadonlySet<string>>;
}

/**
 * Opens shops by id. A shop's reader is kept as long as its credentials and settings stay the same,
 * for its rate limiter and its memory of names are the shop's.
 */
export function createShopOpener(
  pool: Pool,
  vault: Vault,
  platforms: ReadonlyMap<string, ReadablePlatform>,
): (id: ShopId) => Promise<OpenShop> {
  const open = new Map<ShopId, { row: string; conversation: Conversation }>();

  return async (id) => {
    const found = await findShop(pool, id);
    const platform = found && platforms.get(found.platform);
    if (!found || !platform) {
      throw new Failure('shop_unknown', `Shop "${id}" is not connected.`, {
        nextStep: 'Connect the shop again, then replay.',
      });
    }
    const shop = { ...found, label: platform.label };
    const row = asConnected(shop);
    const known = open.get(id);
    const whoIsErased: OpenShop['whoIsErased'] = (names, db = pool) =>
      findErased(db, vault, shop.orgId, names);
    if (known?.row === row) return { shop, whoIsErased, ...known.conversation };
    const conversation = platform.open(shop, await openShopSecrets(vault, shop));
    open.set(id, { row, conversation });
    return { shop, whoIsErased, ...conversation };
  };
}

/** What is kept of a shop's health beside its settings: no reason to forget what its reader knows. */
const HEALTH = ['hooks', 'unreachable'];

/** Changes when the shop is connected anew. */
function asConnected({ settings, ...shop }: Shop): string {
  const chosen = Object.entries(settings).filter(([name]) => !HEALTH.includes(name));
  return JSON.stringify([shop, chosen]);
}

/** The record key of an id that another record of the same shop named. */
export function keyIn(open: OpenShop, kind: string, id: string): RecordKey {
  return recordKey(open.shop.id, kind, id);
}

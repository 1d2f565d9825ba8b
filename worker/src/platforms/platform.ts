import type { z } from 'zod';
import type { ReceivingPlatform } from '../accept/receive.ts';
import type { HookReport } from '../compose/shops/hook-report.ts';
import type { ReadablePlatform } from '../compose/shops/open-shops.ts';
import type { ShopInfo, ShopReader } from '../compose/shops/shop-reader.ts';
import type { Shop, ShopSecrets } from '../shared/shops.ts';
import type { ShopForm } from './shop-form.ts';

/**
 * Everything Cartbridge knows of one kind of shop. Who adds one writes it in files of their own and
 * names it in `index.ts`; nothing else tells platforms apart.
 */
export interface Platform extends ReadablePlatform, ReceivingPlatform {
  /** In the shop's row and in the address of its webhooks: lower case letters and digits. */
  id: string;
  /** Reads what `connect.ts` is given for a shop of it. */
  connectShape: z.ZodType<ShopToSave>;
  /** Throws a Failure of a `shop_` kind when the shop refuses the access as such, or is away. */
  tryAccess(reader: ShopReader): Promise<Tried>;
  /** Absent: the shop's owner sets its webhooks up in the shop. */
  hooks?: HookKeeper;
  form: ShopForm;
}

/** By id. */
export type Platforms = ReadonlyMap<string, Platform>;

/** A shop as somebody connects it. */
export interface ShopToSave {
  id: string;
  apiUrl: string;
  /** Where the shop delivers to: our `/webhooks/<platform>/<shop id>` as the shop sees it. */
  webhookUrl: string;
  /** What the shop calls itself in its webhooks. */
  producer: string;
  secrets: Pick<ShopSecrets, 'api' | 'clientSecrets'> & {
    /** Absent: Cartbridge makes one, and keeps the one it made. */
    webhookSecrets?: string[];
  };
  /** What the connection says of the shop where the shop itself does not. */
  facts?: Omit<ShopInfo, 'country'>;
  /** The platform's own choices; kept as they are, never a secret. */
  settings: Record<string, unknown>;
}

/** What a shop let us do with an access. */
export interface Tried {
  info: ShopInfo | null;
  /** What it keeps from us, in the words of the shop's own screens. */
  lacks: string[];
}

/** Keeps the webhooks of a platform whose API can make them. Throws Failures of a `shop_` kind. */
export interface HookKeeper {
  /** Makes or mends them; safe to repeat, and to run twice at a time. */
  ensure(shop: Shop, secrets: ShopSecrets): Promise<HookReport>;
  count(shop: Shop, secrets: ShopSecrets): Promise<{ alive: number; wanted: number }>;
}

import type { Scene } from '../story.ts';
import { BUYING } from './buying.ts';
import { CARTS } from './carts.ts';
import { CRASHES } from './crashes.ts';
import { FIRST_ORDER } from './first-order.ts';
import { FOLLOWING } from './following.ts';
import { FORGERIES } from './forgeries.ts';
import { GOODS } from './goods.ts';
import { ASKED } from './installations.ts';
import { MONEY_AND_TIME } from './money-and-time.ts';
import { ORDERS } from './orders.ts';
import { PROGRAM } from './program.ts';
import { REFUSALS } from './refusals.ts';
import { SHOP_TROUBLE } from './shop-trouble.ts';

/**
 * The table of stories: all that must be true for somebody who stands outside, a shop in front,
 * Salesforce behind. Each is told for both shops, with and without namespace, but for those that
 * say why they cannot be.
 */
export const SCENES = {
  people: {
    about: 'people, their orders and what becomes of them',
    stories: [FIRST_ORDER, ...BUYING, ...GOODS, ...MONEY_AND_TIME, ...FOLLOWING],
    sideBySide: true,
  },
  shop: {
    about: 'what shops do and strangers try',
    stories: [...ORDERS, ...FORGERIES, ...SHOP_TROUBLE],
  },
  // A cart's mails need a business unit.
  carts: { about: 'carts and their program', stories: [...CARTS, ...PROGRAM], engagement: true },
  refusals: { about: 'refusals of Salesforce', stories: REFUSALS },
  crashes: { about: 'crashes and outages', stories: CRASHES, restartsPostgres: true },
  asked: { about: 'a shop without webhooks', stories: ASKED, clarity: { feed: 'polling' } },
  renamed: {
    about: 'a shop with names of its own and a static secret',
    stories: [...BUYING.slice(0, 1), ...CARTS.slice(0, 1), ...FORGERIES],
    clarity: { renamed: true, headerProof: true },
  },
} satisfies Record<string, Scene>;

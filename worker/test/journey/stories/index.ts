import type { Story } from '../story.ts';
import { BUYING } from './buying.ts';
import { CARTS } from './carts.ts';
import { CRASHES } from './crashes.ts';
import { FORGERIES } from './forgeries.ts';
import { MONEY_AND_TIME } from './money-and-time.ts';
import { NAMESPACED } from './namespaced.ts';
import { ORDERS } from './orders.ts';
import { PROGRAM } from './program.ts';
import { REFUSALS } from './refusals.ts';
import { SHOP_TROUBLE } from './shop-trouble.ts';

/** All that must be true for somebody who stands outside: a shop in front, Salesforce behind. */
export const stories: Story[] = [
  ...BUYING,
  ...ORDERS,
  ...CARTS,
  ...PROGRAM,
  ...REFUSALS,
  ...SHOP_TROUBLE,
  ...CRASHES,
  ...FORGERIES,
  ...MONEY_AND_TIME,
  ...NAMESPACED,
];

import { without } from '#mapping-engine/without';
import { recordKey, type RecordKey } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';
import type { BookedCart } from '../books/cart-ledger.ts';
import type { CartBlock } from '../books/cart-block.ts';
import type { Totals } from '../books/order-ledger.ts';
import type { CartItem, Order, OrderItem, Product, Return, Shipment } from '../canonical.ts';
import type { Person, Profile } from '../people/person.ts';
import type {
  CartInput,
  CartItemInput,
  CompanyFacts,
  CompanyInput,
  OrderInput,
  OrderItemInput,
  PersonInput,
  ProductInput,
  ReturnInput,
  ShipmentInput,
  ShopInput,
} from './inputs.ts';
import { partWords } from './part-words.ts';

/** The shop itself, and what every other input says of it. */
export function shopInput(shop: Shop): ShopInput {
  return {
    shop: {
      key: shop.id,
      name: shop.name || shop.id,
      platform: shop.label,
      url: shop.storefrontUrl,
      currency: shop.currency,
      status: 'Connected',
    },
  };
}

export function productInput(shop: Shop, key: RecordKey, product: Product): ProductInput {
  return { key, ...shopInput(shop), product };
}

/** @param customerKey of the person whose order it is; null for nobody */
export function orderInput(
  shop: Shop,
  key: RecordKey,
  order: Order,
  customerKey: string | null,
): OrderInput {
  const cartKey = order.cartId && recordKey(shop.id, 'cart', order.cartId);
  return { key, customerKey, cartKey, ...shopInput(shop), order: without(order, 'returns') };
}

export function orderItemInput(head: OrderInput, item: OrderItem): OrderItemInput {
  const { key: orderKey, shop, order } = head;
  return {
    key: keyIn(shop.key, 'order-item', item.id),
    orderKey,
    productKey: item.productId && keyIn(shop.key, 'product', item.productId),
    shop,
    order,
    item,
  };
}

/** Whose part of which order something is. */
export interface PartOf {
  orderKey: RecordKey;
  /** Of the order's person; null for nobody. */
  customerKey: string | null;
}

export function shipmentInput(
  shop: Shop,
  key: RecordKey,
  shipment: Shipment,
  of: PartOf,
): ShipmentInput {
  const status = shipment.deliveredAt === null ? 'Shipped' : 'Delivered';
  const words = partWords(shipment.items);
  return { key, ...of, ...shopInput(shop), shipment: { ...shipment, ...words, status } };
}

export function returnInput(shop: Shop, key: RecordKey, back: Return, of: PartOf): ReturnInput {
  return { key, ...of, ...shopInput(shop), return: { ...back, ...partWords(back.items) } };
}

/**
 * @param key `<shop>:company:<id>`
 * @param parentKey of the company above it
 */
export function companyInput(
  shop: Shop,
  key: string,
  parentKey: string | null,
  company: CompanyFacts,
): CompanyInput {
  return { key, parentKey, ...shopInput(shop), company };
}

/** Null for a cart that was gone before it was ever seen. */
export function cartInput(shop: Shop, { key, state }: BookedCart): CartInput | null {
  const { cart, status, timesAbandoned, abandonedAt, convertedAt, orderKey } = state;
  if (!cart) return null;
  const recovered = status === 'Converted' && timesAbandoned > 0;
  const life = { status, timesAbandoned, abandonedAt, convertedAt, orderKey, recovered };
  return { key, ...shopInput(shop), cart: { ...cart, ...life } };
}

export function cartItemInput(head: CartInput, item: CartItem): CartItemInput {
  const { key: cartKey, shop, cart } = head;
  return {
    key: keyIn(shop.key, 'cart-item', `${cart.id}:${item.id}`),
    cartKey,
    productKey: item.productId && keyIn(shop.key, 'product', item.productId),
    shop,
    cart,
    item,
  };
}

export function personInput(
  shop: Shop,
  person: Person,
  profile: Profile | null,
  totals: Totals,
  cart: CartBlock,
  consent: PersonInput['consent'],
): PersonInput {
  return {
    customerKey: person.customerKey,
    ...shopInput(shop),
    profile: {
      firstName: profile?.firstName ?? null,
      lastName: profile?.lastName ?? null,
      email: profile?.email ?? person.email,
      phone: profile?.phone ?? null,
      company: profile?.company ?? null,
      group: person.customerGroup,
      loyaltyPoints: profile?.loyaltyPoints ?? null,
      billing: profile?.billing ?? null,
      shipping: profile?.shipping ?? null,
      raw: profile?.raw ?? null,
    },
    totals,
    cart,
    consent,
  };
}

function keyIn(shop: string, kind: string, id: string): string {
  return `${shop}:${kind}:${id}`;
}

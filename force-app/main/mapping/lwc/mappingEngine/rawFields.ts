import type { SourceKind } from './model.ts';
import { BIGCOMMERCE_CART_ITEM, BIGCOMMERCE_ORDER_ITEM } from './rawBigcommerceItem.ts';
import { BIGCOMMERCE_ORDER } from './rawBigcommerceOrder.ts';
import {
  BIGCOMMERCE_CART,
  BIGCOMMERCE_CUSTOMER,
  BIGCOMMERCE_PRODUCT,
} from './rawBigcommerceRest.ts';
import {
  CLARITY_CART,
  CLARITY_CART_ITEM,
  CLARITY_CUSTOMER,
  CLARITY_ORDER,
  CLARITY_ORDER_ITEM,
  CLARITY_PRODUCT,
} from './rawClarity.ts';
import { rawFieldsAt, type RawLine } from './rawField.ts';
import type { SourceField } from './sourceField.ts';
import type { Platform } from './templates.ts';

interface OwnRecords {
  order: readonly RawLine[];
  orderItem: readonly RawLine[];
  cart: readonly RawLine[];
  cartItem: readonly RawLine[];
  customer: readonly RawLine[];
  product: readonly RawLine[];
}

/** The documented fields of the shops' own records, below `raw` of each kind of source. */
const RAW_FIELDS: Readonly<Record<Platform, Readonly<Record<SourceKind, readonly SourceField[]>>>> =
  {
    bigcommerce: fieldsOf({
      order: BIGCOMMERCE_ORDER,
      orderItem: BIGCOMMERCE_ORDER_ITEM,
      cart: BIGCOMMERCE_CART,
      cartItem: BIGCOMMERCE_CART_ITEM,
      customer: BIGCOMMERCE_CUSTOMER,
      product: BIGCOMMERCE_PRODUCT,
    }),
    clarity: fieldsOf({
      order: CLARITY_ORDER,
      orderItem: CLARITY_ORDER_ITEM,
      cart: CLARITY_CART,
      cartItem: CLARITY_CART_ITEM,
      customer: CLARITY_CUSTOMER,
      product: CLARITY_PRODUCT,
    }),
  };

/** Those of one platform, or of all of them where it is not known which one it is. */
export function rawFieldsOf(from: SourceKind, platform?: Platform): readonly SourceField[] {
  if (platform) return RAW_FIELDS[platform][from];
  return [...RAW_FIELDS.bigcommerce[from], ...RAW_FIELDS.clarity[from]];
}

function fieldsOf(records: OwnRecords): Record<SourceKind, readonly SourceField[]> {
  const order = rawFieldsAt('order.raw', records.order);
  const cart = rawFieldsAt('cart.raw', records.cart);
  return {
    shop: [],
    product: rawFieldsAt('product.raw', records.product),
    person: rawFieldsAt('profile.raw', records.customer),
    order,
    orderItem: [...rawFieldsAt('item.raw', records.orderItem), ...order],
    cart,
    cartItem: [...rawFieldsAt('item.raw', records.cartItem), ...cart],
  };
}

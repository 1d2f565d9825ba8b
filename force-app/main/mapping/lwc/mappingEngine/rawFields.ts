import type { DOCUMENTED_PLATFORMS } from './documentedPlatforms.ts';
import type { SourceKind } from './model.ts';
import { BIGCOMMERCE_CART_ITEM, BIGCOMMERCE_ORDER_ITEM } from './rawBigcommerceItem.ts';
import { BIGCOMMERCE_ORDER } from './rawBigcommerceOrder.ts';
import { BIGCOMMERCE_REFUND, BIGCOMMERCE_SHIPMENT } from './rawBigcommerceParts.ts';
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
  CLARITY_RETURN,
  CLARITY_SHIPMENT,
} from './rawClarity.ts';
import { rawFieldsAt, type RawLine } from './rawField.ts';
import type { SourceField } from './sourceField.ts';

interface OwnRecords {
  order: readonly RawLine[];
  orderItem: readonly RawLine[];
  cart: readonly RawLine[];
  cartItem: readonly RawLine[];
  customer: readonly RawLine[];
  product: readonly RawLine[];
  shipment: readonly RawLine[];
  return: readonly RawLine[];
}

/** The documented fields of the shops' own records, below `raw` of each kind of source. */
const RAW_FIELDS: Readonly<
  Record<keyof typeof DOCUMENTED_PLATFORMS, Readonly<Record<SourceKind, readonly SourceField[]>>>
> = {
  bigcommerce: fieldsOf({
    order: BIGCOMMERCE_ORDER,
    orderItem: BIGCOMMERCE_ORDER_ITEM,
    cart: BIGCOMMERCE_CART,
    cartItem: BIGCOMMERCE_CART_ITEM,
    customer: BIGCOMMERCE_CUSTOMER,
    product: BIGCOMMERCE_PRODUCT,
    shipment: BIGCOMMERCE_SHIPMENT,
    return: BIGCOMMERCE_REFUND,
  }),
  clarity: fieldsOf({
    order: CLARITY_ORDER,
    orderItem: CLARITY_ORDER_ITEM,
    cart: CLARITY_CART,
    cartItem: CLARITY_CART_ITEM,
    customer: CLARITY_CUSTOMER,
    product: CLARITY_PRODUCT,
    shipment: CLARITY_SHIPMENT,
    return: CLARITY_RETURN,
  }),
};

/**
 * Those of one platform, or of all of them where it is not known which one it is. None of a platform
 * whose records are not documented here: what its samples hold tells.
 */
export function rawFieldsOf(from: SourceKind, platform?: string): readonly SourceField[] {
  if (platform === undefined) return Object.values(RAW_FIELDS).flatMap((fields) => fields[from]);
  return isDocumented(platform) ? RAW_FIELDS[platform][from] : [];
}

function isDocumented(platform: string): platform is keyof typeof DOCUMENTED_PLATFORMS {
  return Object.hasOwn(RAW_FIELDS, platform);
}

function fieldsOf(records: OwnRecords): Record<SourceKind, readonly SourceField[]> {
  const order = rawFieldsAt('order.raw', records.order);
  const cart = rawFieldsAt('cart.raw', records.cart);
  return {
    shop: [],
    product: rawFieldsAt('product.raw', records.product),
    company: [],
    person: rawFieldsAt('profile.raw', records.customer),
    order,
    shipment: rawFieldsAt('shipment.raw', records.shipment),
    return: rawFieldsAt('return.raw', records.return),
    orderItem: [...rawFieldsAt('item.raw', records.orderItem), ...order],
    cart,
    cartItem: [...rawFieldsAt('item.raw', records.cartItem), ...cart],
  };
}

import type { SourceKind } from './model.ts';
import { CART_ITEM_SOURCES, CART_SOURCES } from './sourcesCart.ts';
import { COMPANY_SOURCES } from './sourcesCompany.ts';
import { ORDER_ITEM_SOURCES, ORDER_SOURCES } from './sourcesOrder.ts';
import { RETURN_SOURCES, SHIPMENT_SOURCES } from './sourcesParts.ts';
import { PERSON_SOURCES } from './sourcesPerson.ts';
import { PRODUCT_SOURCES } from './sourcesProduct.ts';
import { SHOP_SOURCES } from './sourcesShop.ts';
import { field, personal, type SourceField } from './sourceField.ts';

export type { SourceField } from './sourceField.ts';

function key(path: string, label: string, example: string): SourceField {
  return field(path, label, 'text', example, 'The key by which Cartbridge finds the record.');
}

const CUSTOMER_KEY = personal(
  'customerKey',
  'Customer key',
  'bc1:customer:11',
  'The key by which Cartbridge finds the person.',
);
const PRODUCT_KEY = key('productKey', 'Product key', 'bc1:product:77');

/**
 * Every path of the inputs, per kind of source, in the order in which an admin looks for them. The
 * shops' own records below `raw` are apart: they differ from platform to platform (`rawFields.ts`).
 */
export const SOURCES: Readonly<Record<SourceKind, readonly SourceField[]>> = {
  shop: SHOP_SOURCES,
  product: [key('key', 'Product key', 'bc1:product:77'), ...PRODUCT_SOURCES, ...SHOP_SOURCES],
  company: [
    key('key', 'Company key', 'bc1:company:3'),
    key('parentKey', 'Parent company key', 'bc1:company:1'),
    ...COMPANY_SOURCES,
    ...SHOP_SOURCES,
  ],
  person: [CUSTOMER_KEY, ...PERSON_SOURCES, ...SHOP_SOURCES],
  order: [
    key('key', 'Order key', 'bc1:order:218'),
    CUSTOMER_KEY,
    key('cartKey', 'Cart key', 'bc1:cart:09346904'),
    ...ORDER_SOURCES,
    ...SHOP_SOURCES,
  ],
  orderItem: [
    key('key', 'Item key', 'bc1:order-item:65'),
    key('orderKey', 'Order key', 'bc1:order:218'),
    PRODUCT_KEY,
    ...ORDER_ITEM_SOURCES,
    ...ORDER_SOURCES,
    ...SHOP_SOURCES,
  ],
  shipment: [
    key('key', 'Shipment key', 'bc1:shipment:218:4'),
    key('orderKey', 'Order key', 'bc1:order:218'),
    CUSTOMER_KEY,
    ...SHIPMENT_SOURCES,
    ...SHOP_SOURCES,
  ],
  return: [
    key('key', 'Return key', 'bc1:return:12'),
    key('orderKey', 'Order key', 'bc1:order:218'),
    CUSTOMER_KEY,
    ...RETURN_SOURCES,
    ...SHOP_SOURCES,
  ],
  cart: [key('key', 'Cart key', 'bc1:cart:09346904'), ...CART_SOURCES, ...SHOP_SOURCES],
  cartItem: [
    key('key', 'Item key', 'bc1:cart-item:09346904:l-1'),
    key('cartKey', 'Cart key', 'bc1:cart:09346904'),
    PRODUCT_KEY,
    ...CART_ITEM_SOURCES,
    ...CART_SOURCES,
    ...SHOP_SOURCES,
  ],
};

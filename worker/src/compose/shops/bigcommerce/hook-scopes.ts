/**
 * What Cartbridge subscribes to. The scopes are named one by one: the wildcards would bring line
 * item and message events nobody reads, and those of single channels come in another shape.
 */
export const HOOK_SCOPES = [
  'store/order/created',
  'store/order/updated',
  'store/order/statusUpdated',
  'store/order/archived',
  'store/order/refund/created',
  'store/cart/created',
  'store/cart/updated',
  'store/cart/abandoned',
  'store/cart/converted',
  'store/cart/deleted',
  'store/customer/created',
  'store/customer/updated',
  'store/customer/deleted',
  'store/customer/address/created',
  'store/customer/address/updated',
  'store/customer/address/deleted',
  'store/product/created',
  'store/product/updated',
  'store/product/deleted',
  'store/product/inventory/updated',
  'store/product/inventory/order/updated',
  'store/sku/inventory/updated',
  'store/sku/inventory/order/updated',
  'store/shipment/created',
  'store/shipment/updated',
  'store/shipment/deleted',
  // Of a deleted subscriber the shop tells no more than a number that names nobody.
  'store/subscriber/created',
  'store/subscriber/updated',
] as const;

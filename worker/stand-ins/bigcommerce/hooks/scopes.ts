/** Every scope the shop knows; a hook for another one is refused, so that a typo does not stay quiet. */
const KINDS: Record<string, string[]> = {
  order: [
    '*',
    'created',
    'updated',
    'archived',
    'statusUpdated',
    'message/created',
    'refund/created',
    'transaction/created',
    'transaction/updated',
    'metafield/created',
    'metafield/updated',
    'metafield/deleted',
  ],
  cart: [
    '*',
    'created',
    'updated',
    'deleted',
    'couponApplied',
    'abandoned',
    'converted',
    'lineItem/*',
    'lineItem/created',
    'lineItem/updated',
    'lineItem/deleted',
    'metafield/created',
    'metafield/updated',
    'metafield/deleted',
  ],
  customer: [
    '*',
    'created',
    'updated',
    'deleted',
    'address/*',
    'address/created',
    'address/updated',
    'address/deleted',
    'payment/instrument/default/updated',
    'channel/login/access/updated',
  ],
  product: ['*', 'created', 'updated', 'deleted', 'inventory/updated', 'inventory/order/updated'],
  sku: ['*', 'created', 'updated', 'deleted', 'inventory/updated', 'inventory/order/updated'],
  category: ['*', 'created', 'updated', 'deleted'],
  shipment: ['*', 'created', 'updated', 'deleted'],
  subscriber: ['*', 'created', 'updated', 'deleted'],
  channel: ['*', 'created', 'updated'],
  information: ['updated'],
  app: ['uninstalled'],
  hook: ['deliveryException'],
};

export const DELIVERY_EXCEPTION = 'store/hook/deliveryException';

export function isKnownScope(scope: string): boolean {
  const [store, kind = '', ...rest] = scope.split('/');
  return store === 'store' && (KINDS[kind]?.includes(rest.join('/')) ?? false);
}

/** A wildcard covers everything below it, line items of carts included. */
export function covers(hookScope: string, scope: string): boolean {
  if (!hookScope.endsWith('/*')) return hookScope === scope;
  return scope.startsWith(hookScope.slice(0, -1));
}

import type { Rows, Shop } from '../shop.ts';

/** One list of the reading API. */
export interface Kind {
  /** As in the path. */
  path: string;
  /** As in tables of names. */
  kind: string;
  rows: (shop: Shop) => object[];
  id: (row: object) => string;
  modified: (row: object) => string;
  /** Parameters that narrow the list, each with the field it is compared with. */
  filters: Record<string, string>;
  one: (shop: Shop, id: string) => object | undefined;
}

type Named = Exclude<keyof Rows, 'tokens' | 'deliveries' | 'installation' | 'abandoned'>;

export const KINDS: Kind[] = [
  kindOf('customers', 'customer', 'customerId', { email: 'email' }),
  kindOf('orders', 'order', 'orderId', { customerId: 'customerId', cartId: 'cartId' }),
  kindOf('carts', 'cart', 'cartId', { customerId: 'customerId', kind: 'kind' }, 'lastModified'),
  kindOf('products', 'product', 'productId', {}),
  inventoryKind(),
  kindOf('shipments', 'shipment', 'shipmentId', { orderId: 'orderId' }),
  kindOf('returns', 'return', 'returnId', { orderId: 'orderId' }),
];

function kindOf(
  path: Named,
  kind: string,
  idField: string,
  filters: Record<string, string>,
  modifiedField = 'updatedDate',
): Kind {
  return {
    ...{ path, kind, filters },
    rows: (shop) => shop.rows[path].values(),
    id: (row) => text(row, idField),
    modified: (row) => text(row, modifiedField),
    one: (shop, id) => shop.rows[path].get(id),
  };
}

/** Stock has no id of its own: one record for each product and location. */
function inventoryKind(): Kind {
  const list = kindOf('inventory', 'inventory', 'productId', { productId: 'productId' });
  return { ...list, id: (row) => `${text(row, 'productId')}:${text(row, 'location')}` };
}

/** A text field of any record; empty where there is none. */
export function text(row: object, field: string): string {
  const value = (row as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

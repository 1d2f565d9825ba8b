import type { RecordKind } from '../../shared/ids.ts';

/** Which record an event of a type speaks of. */
export interface Subject {
  kind: RecordKind;
  /** What `data` is a record of, as the shop's table of paths names it. */
  data: string;
  /** The contract's name of the id by which the record is looked at. */
  id: string;
}

const cart: Subject = { kind: 'cart', data: 'cart', id: 'cartId' };
const product: Subject = { kind: 'product', data: 'product', id: 'productId' };

/** All types of the published contract: quotes and samples are carts, stock is its product's. */
const TYPES: [what: string, happened: string, subject: Subject][] = [
  [
    'customer',
    'created updated deleted merged',
    { kind: 'customer', data: 'customer', id: 'customerId' },
  ],
  [
    'order',
    'created updated statusChanged cancelled refunded',
    { kind: 'order', data: 'order', id: 'orderId' },
  ],
  ['cart', 'created updated abandoned converted deleted', cart],
  ['quote', 'created updated accepted', cart],
  ['sample', 'requested', cart],
  ['product', 'created updated deleted', product],
  ['inventory', 'updated', { ...product, data: 'inventory' }],
  ['shipment', 'created delivered', { kind: 'shipment', data: 'shipment', id: 'shipmentId' }],
  ['return', 'created updated', { kind: 'return', data: 'return', id: 'returnId' }],
];

/** By type, such as `order.created`; any other type is none of ours. */
export const SUBJECTS: ReadonlyMap<string, Subject> = new Map(
  TYPES.flatMap(([what, happened, subject]) =>
    happened.split(' ').map((verb): [string, Subject] => [`${what}.${verb}`, subject]),
  ),
);

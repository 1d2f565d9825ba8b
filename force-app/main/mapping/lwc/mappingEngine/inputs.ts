import type { SourceKind } from './model.ts';
import { recordOf } from './values.ts';

/** A record of the shop as the worker would map it, to try a mapping on. */
export interface Sample {
  kind: 'order' | 'cart' | 'shipment' | 'return' | 'person' | 'company' | 'product' | 'shop';
  /** The shop's own id; of a person the customer key. */
  id: string;
  title: string;
  input: unknown;
}

/** What rows of one kind of source are given. */
export interface SampledInput {
  from: SourceKind;
  input: unknown;
  title: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Everything a sample is mapped as: an order gives itself and each of its items, and so does a
 * cart. Never throws; a sample may be pasted and hold anything.
 */
export function inputsOf({ kind, title, input }: Sample): SampledInput[] {
  const whole: SampledInput = { from: kind, input, title };
  if (kind === 'order') return [whole, ...itemInputs(whole, orderItemInput)];
  return kind === 'cart' ? [whole, ...itemInputs(whole, cartItemInput)] : [whole];
}

/** The same keys as the worker's: what is previewed is what is written. */
function orderItemInput(head: Fields, item: Fields): Fields {
  const { key: orderKey, shop, order } = head;
  return {
    key: keyIn(shop, 'order-item', text(item.id)),
    orderKey,
    productKey: productKey(shop, item),
    shop,
    order,
    item,
  };
}

function cartItemInput(head: Fields, item: Fields): Fields {
  const { key: cartKey, shop, cart } = head;
  return {
    key: keyIn(shop, 'cart-item', `${text(recordOf(cart).id)}:${text(item.id)}`),
    cartKey,
    productKey: productKey(shop, item),
    shop,
    cart,
    item,
  };
}

function itemInputs(
  { input, title, from }: SampledInput,
  inputOf: (head: Fields, item: Fields) => Fields,
): SampledInput[] {
  const head = recordOf(input);
  const { items } = recordOf(head[from]);
  return (Array.isArray(items) ? items : []).map((given: unknown, index) => {
    const item = recordOf(given);
    const name = text(item.name) || String(index + 1);
    return {
      from: from === 'order' ? 'orderItem' : 'cartItem',
      input: inputOf(head, item),
      title: `${title}: ${name}`,
    };
  });
}

function productKey(shop: unknown, { productId }: Fields): string | null {
  return text(productId) === '' ? null : keyIn(shop, 'product', text(productId));
}

function keyIn(shop: unknown, kind: string, id: string): string {
  return `${text(recordOf(shop).key)}:${kind}:${id}`;
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { ORDER_STATUSES } from '#mapping-engine/orderStatuses';
import { CONTRACT_FIELDS } from '../../../src/compose/shops/clarity/contract-fields.ts';
import { connectShape } from '../../../src/platforms/clarity/connection.ts';
import { SUBJECTS } from '../../../src/accept/clarity/types.ts';
import { understand } from '../../../src/accept/clarity/understand.ts';
import type { ShopId } from '../../../src/shared/ids.ts';
import { RENAMED } from '../../../stand-ins/clarity/names/renamed.ts';
import { examples, flaws, read, schemas, types, words } from './published.ts';

const PARTS = new Map([
  ['lineItems', 'line-item'],
  ['billing', 'address'],
  ['shippingAddress', 'address'],
  ['billingAddresses', 'address'],
  ['shippingAddresses', 'address'],
]);

describe('the contract that is published for Clarity shops', () => {
  it.each(types)('has an example of %s that fits its schema', (type) => {
    const example = examples.get(type);
    expect(example?.type).toBe(type);
    expect(flaws('event', example)).toEqual([]);
  });

  it('has no example of a type that the schema does not know', () => {
    expect([...examples.keys()].filter((type) => !types.includes(type))).toEqual([]);
    const ids = [...examples.values()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['order.created', { data: { orderId: 'O-1' } }],
    ['cart.converted', { data: { ...dataOf('cart.abandoned'), orderId: null } }],
    ['cart.abandoned', { data: { ...dataOf('quote.created') } }],
    ['order.created', { data: { ...dataOf('order.created'), totalAmount: 38.97 } }],
    ['order.created', { data: { ...dataOf('order.created'), orderDate: '02.03.2026' } }],
    ['customer.deleted', { data: {} }],
    ['customer.updated', { occurredAt: 'yesterday' }],
    ['order.vanished', {}],
  ])('has a schema that refuses %s when it is wrong', (type, wrong) => {
    const good = examples.get(type) ?? examples.get('order.created');
    expect(flaws('event', { ...good, type, ...wrong })).not.toEqual([]);
  });

  it('is understood by the worker type by type, with the record that each is about', () => {
    expect([...SUBJECTS.keys()].toSorted()).toEqual(
      types.filter((type) => type !== 'ping').toSorted(),
    );
    for (const [type, example] of examples) {
      const body = Buffer.from(JSON.stringify(example));
      const { scope, producer, recordKey } = understand(body, 'our-shop' as ShopId, {});
      expect({ scope, producer }).toEqual({ scope: type, producer: 'home-and-garden' });
      if (type === 'ping') expect(recordKey).toBeNull();
      else expect(recordKey, type).toMatch(/^our-shop:\w+:[\w-]+$/);
    }
  });

  it('names in words every type, every field and every status', () => {
    const fields = [...schemas].flatMap(([name, { properties = {} }]) =>
      name === 'common' ? [] : Object.keys(properties),
    );
    const missing = [...types, ...fields].filter((name) => !words.includes(`\`${name}\``));
    // Of the shop and the envelope several stand in one pair of backticks.
    expect(missing.filter((name) => !new RegExp(`\\b${name}\\b`).test(words))).toEqual([]);
    const flat = words.replaceAll('\n', ' ');
    expect(ORDER_STATUSES.filter((status) => !flat.includes(status))).toEqual([]);
  });

  it('has the fields that tables of paths may name', () => {
    const unknown = [...CONTRACT_FIELDS].filter((field) => !isInSchemas(field));
    expect(unknown).toEqual([]);
    expect(Object.keys(RENAMED).filter((field) => !CONTRACT_FIELDS.has(field))).toEqual([]);
  });

  it('shows a signature that the library of others makes too', () => {
    const [, secret = '', id = '', timestamp = '', body = '', signature = ''] =
      /secret +(\S+)\nid +(\S+)\ntimestamp +(\d+)\nbody +(.+)\nsignature +(\S+)/.exec(words) ?? [];
    expect(JSON.parse(body)).toEqual(read('examples/ping.json'));
    const moment = new Date(Number(timestamp) * 1000);
    expect(new Webhook(secret).sign(id, moment, body)).toBe(signature);
  });

  it('shows a connection that the worker takes', () => {
    const [, text = '{}'] = /## Connecting[^]*?```json\n([^]*?)```/.exec(words) ?? [];
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const connection = JSON.parse(text.replace('whsec_…', secret)) as object;
    const renamed = { ...connection, paths: RENAMED };
    for (const given of [connection, renamed]) {
      expect(connectShape.safeParse(given).error?.issues ?? []).toEqual([]);
    }
  });

  it('leads every link to something that is there', () => {
    const links = [...words.matchAll(/\]\(clarity\/([^)#]+\.json)\)/g)].map(([, path]) => path);
    expect(links.length).toBeGreaterThan(30);
    for (const path of links) expect(read(path ?? '')).toBeTypeOf('object');
    const anchors = [...words.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    const headings = [...words.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading.toLowerCase().replaceAll(' ', '-'),
    );
    expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });
});

function dataOf(type: string): object {
  return (examples.get(type) as { data?: object } | undefined)?.data ?? {};
}

/** `order.lineItems[].sku`: by kind, through parts. */
function isInSchemas(field: string): boolean {
  const [kind = '', name = '', inner] = field.replace('[]', '').split('.');
  const properties = schemas.get(kind)?.properties ?? {};
  if (inner === undefined) return name in properties;
  const items = kind === 'cart' ? 'line-item' : 'part-item';
  return inner in (schemas.get(PARTS.get(name) ?? items)?.properties ?? {});
}

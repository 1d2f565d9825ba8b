import { describe, it, expect } from 'vitest';
import {
  compilePath,
  inputsOf,
  isBlank,
  pathProblem,
  rawFieldsOf,
  SOURCE_KINDS,
  SOURCES,
  type ValueType,
} from '#mapping-engine';
import { isPrivateName } from '../../src/compose/shops/private-names.ts';
import { useRealInputs } from './real-inputs.ts';

const inputs = useRealInputs();

/**
 * Every place of an input that holds a value, as a path; `raw` and what is in it with `raw`. A list
 * is a place itself, and what its records hold are places in it.
 */
function placesOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) {
    const inner = value.filter((item) => typeof item === 'object' && item !== null);
    return [...new Set([path, ...inner.flatMap((item) => placesOf(item, path))])];
  }
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, item]) =>
    placesOf(item, path === '' ? name : `${path}.${name}`),
  );
}

const isRaw = (path: string): boolean => path.split('.').includes('raw');

describe.each(SOURCE_KINDS)('the sources of %s', (kind) => {
  const paths = SOURCES[kind].map(({ path }) => path);

  it('are all there in what the worker maps', () => {
    const places = new Set(placesOf(inputs()[kind]));
    expect(paths.filter((path) => !places.has(path))).toEqual([]);
  });

  it('are all that there is, but for the shop’s own record', () => {
    const places = placesOf(inputs()[kind]).filter((path) => !isRaw(path));
    expect(places.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('and the documented fields of the shop’s own record are all that comes', () => {
    const documented = new Set(rawFieldsOf(kind, 'bigcommerce').map(({ path }) => path));
    // Of items, whose own record is told where the items themselves are mapped.
    const places = placesOf(inputs()[kind]).filter(
      (path) => isRaw(path) && !path.includes('items.raw'),
    );
    expect(places.filter((path) => !documented.has(path) && !path.endsWith('.raw'))).toEqual([]);
  });

  it('can be read, each once, and are described', () => {
    const all = [...SOURCES[kind], ...rawFieldsOf(kind, 'bigcommerce')];
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    for (const { path, label, help } of all) {
      expect(pathProblem(path)).toBeUndefined();
      expect(label).toMatch(/^\p{Lu}|^eBay/u);
      expect(help).toMatch(/\.$/);
    }
  });

  it('have examples of their type', () => {
    const suits: Partial<Record<ValueType, (example: string) => boolean>> = {
      number: (example) => example !== '' && Number.isFinite(Number(example)),
      boolean: (example) => ['true', 'false'].includes(example),
      dateTime: (example) => Number.isFinite(Date.parse(example)),
      text: (example) => example.trim() !== '',
    };
    const odd = [...SOURCES[kind], ...rawFieldsOf(kind)].filter(
      ({ type, example }) => suits[type]?.(String(example)) === false,
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('name nothing that never comes in', () => {
    const names = rawFieldsOf(kind).map(({ path }) => path);
    expect(names.filter((path) => path.split('.').some(isPrivateName))).toEqual([]);
  });
});

describe('what is personal', () => {
  it('is said of every name, address and number of a person', () => {
    const all = SOURCE_KINDS.flatMap((kind) => [...SOURCES[kind], ...rawFieldsOf(kind)]);
    const telling = /(first_?name|last_?name|email|phone|street|line\d|zip|postalcode|city)$/i;
    const quiet = all.filter(({ path, personal }) => telling.test(path) && !personal);
    expect(quiet.map(({ path }) => path)).toEqual([]);
  });
});

describe('a sample', () => {
  it.each([
    ['order', 'orderItem'],
    ['cart', 'cartItem'],
  ] as const)('of %s gives itself and each item as the worker maps them', (kind, item) => {
    const input = inputs()[kind];
    expect(inputsOf({ kind, id: '1', title: 'One', input })).toEqual([
      { from: kind, title: 'One', input },
      { from: item, title: expect.stringMatching(/^One: ./) as unknown, input: inputs()[item] },
    ]);
  });

  it.each(['person', 'product', 'shop'] as const)('of %s gives itself', (kind) => {
    const input = inputs()[kind];
    expect(inputsOf({ kind, id: '1', title: 'One', input })).toEqual([
      { from: kind, title: 'One', input },
    ]);
  });

  it.each([[null], ['text'], [{ order: { items: [null, 5, { id: {} }] } }], [{ order: [] }]])(
    'that holds %j is taken as it is',
    (input) => {
      expect(inputsOf({ kind: 'order', id: '1', title: 'One', input })[0]?.input).toBe(input);
    },
  );

  it('reaches the shop’s own record of an item', () => {
    const read = compilePath('item.raw.product_options.display_value');
    expect(isBlank(read(inputs().orderItem))).toBe(false);
  });
});

import type { SourceKind } from './model.ts';
import { nearest } from './nearest.ts';
import { rawFieldsOf } from './rawFields.ts';
import type { Shape } from './shapes.ts';
import { SOURCES, type SourceField } from './sources.ts';
import { PART_ITEM_FIELDS } from './sourcesParts.ts';
import type { ValueType } from './stepDefinition.ts';

/** What is known of a path before anything is read. */
export type PathFacts =
  { known: true; shape: Shape } | { known: false; raw: boolean; meant: string | undefined };

/** Which paths a kind of source has. */
export class SourceTypes {
  readonly from: SourceKind;
  private readonly seen: ReadonlySet<string>;
  private readonly fields: ReadonlyMap<string, SourceField>;
  private readonly raw: ReadonlyMap<string, SourceField>;

  /** `seen`: paths into the shop's own records that samples had. */
  constructor(from: SourceKind, seen: ReadonlySet<string> = new Set(), platform?: string) {
    this.from = from;
    this.seen = seen;
    this.fields = byPath(SOURCES[from]);
    this.raw = byPath(rawFieldsOf(from, platform));
  }

  factsOf(path: string): PathFacts {
    const field = this.fields.get(path) ?? this.raw.get(path);
    if (field) return { known: true, shape: this.shapeOf(field) };
    if (this.seen.has(path)) return { known: true, shape: { type: 'any' } };
    const plain = path.replace(/\.\d{1,4}(?=\.|$)/g, '');
    const ofAll = plain === path ? undefined : this.factsOf(plain);
    if (ofAll?.known) return { known: true, shape: entryOf(ofAll.shape) };
    if (this.isRecord(path)) return { known: true, shape: { type: 'record' } };
    const raw = /(^|\.)raw(\.|$)/.test(path);
    const candidates = raw ? [...this.raw.keys(), ...this.seen] : [...this.fields.keys()];
    return { known: false, raw, meant: nearest(path, candidates) };
  }

  /** The type of a path for a formula; undefined when there is no such path. */
  typeOf(path: string): ValueType | undefined {
    const facts = this.factsOf(path);
    if (facts.known) return facts.shape.type;
    return facts.raw ? 'any' : undefined;
  }

  private shapeOf({ path, type }: SourceField): Shape {
    if (type === 'text') return textShape(path);
    if (type !== 'list') return { type };
    const entry = itemField(path);
    return entry ? { type, entry } : { type, entry: { type: 'text' } };
  }

  private isRecord(path: string): boolean {
    const within = `${path}.`;
    for (const fields of [this.fields, this.raw])
      for (const known of fields.keys()) if (known.startsWith(within)) return true;
    return false;
  }
}

/** The fields of the items of each list of items, as `item.<name>`. */
const ITEMS: Readonly<Record<string, readonly SourceField[]>> = {
  order: SOURCES.orderItem,
  cart: SOURCES.cartItem,
  shipment: PART_ITEM_FIELDS,
  return: PART_ITEM_FIELDS,
};

/** The field of the items of a list such as `order.items`. */
export function itemField(path: string): Shape | undefined {
  const [, kind, name] = /^(order|cart|shipment|return)\.items\.(.+)$/.exec(path) ?? [];
  if (kind === undefined) return undefined;
  const field = ITEMS[kind]?.find((item) => item.path === `item.${name ?? ''}`);
  if (!field) return undefined;
  return field.type === 'text' ? textShape(field.path) : { type: field.type };
}

/** Cartbridge's own keys and the codes of ISO are as long as they are; cutting one would break it. */
function textShape(path: string): Shape {
  if (/(^|\.|[a-z])key$/i.test(path)) return { type: 'text', maxLength: 0 };
  if (/currency$/i.test(path)) return { type: 'text', maxLength: 3 };
  if (/country$/i.test(path)) return { type: 'text', maxLength: 2 };
  return { type: 'text' };
}

function entryOf(shape: Shape): Shape {
  if (shape.type === 'list') return shape.entry ?? { type: 'any' };
  return { type: shape.type === 'items' ? 'record' : 'any' };
}

/** Where two platforms have the same path with other types, only the values tell. */
function byPath(fields: readonly SourceField[]): Map<string, SourceField> {
  const known = new Map<string, SourceField>();
  for (const field of fields) {
    const other = known.get(field.path);
    known.set(field.path, other && other.type !== field.type ? { ...field, type: 'any' } : field);
  }
  return known;
}

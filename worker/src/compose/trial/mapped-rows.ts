import {
  inputsOf,
  type CompiledMapping,
  type RowTrace,
  type Sample,
  type SampledInput,
  type SourceKind,
  type Unmapped,
} from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';

/** What a row of a unit was mapped from. */
export interface MappedFrom {
  target: string;
  from: SourceKind;
  input: unknown;
}

/**
 * What the rows of one record were mapped from, by row. All carry their source but lines, which are
 * found in that of their order or cart by their key.
 */
export function mappedFrom(compiled: CompiledMapping, rows: Row[]): Map<Row, MappedFrom> {
  const inputs = rows.flatMap((row) => {
    const kind = kindOf(row.object);
    if (row.source === undefined || !kind) return [];
    return inputsOf({ kind, id: row.key, title: '', input: row.source });
  });
  const found = new Map<Row, MappedFrom>();
  for (const row of rows) {
    const from = row.source === undefined ? lineOf(compiled, row, inputs) : sourceOf(compiled, row);
    if (from) found.set(row, from);
  }
  return found;
}

/** The target that made a row of its own source. Of what admins added, the one that gives its key. */
export function sourceOf(
  compiled: CompiledMapping,
  { object, key, source }: { object: string; key: string; source?: unknown },
): MappedFrom | undefined {
  const target = compiled.targets.find((one) => {
    const { key: field, from, object: made } = one.target;
    if (made !== object) return false;
    if (field === undefined) return from === kindOf(object);
    return String(one.map(source, { creating: true }).fields[field]) === key;
  });
  return target && { target: target.target.id, from: target.target.from, input: source };
}

/** The target and the part of its order or cart that a line was made from. */
export function lineOf(
  compiled: CompiledMapping,
  row: { object: string; key: string },
  inputs: SampledInput[],
): MappedFrom | undefined {
  const input = inputs.find((one) => keyOf(one.input) === row.key);
  const made = compiled.targets.find(
    ({ target }) => target.object === row.object && target.from === input?.from,
  );
  return made && input && { target: made.target.id, from: input.from, input: input.input };
}

type SampleKind = Sample['kind'];

const KINDS: Readonly<Record<string, SampleKind>> = {
  Order__c: 'order',
  Shipment__c: 'shipment',
  Return__c: 'return',
  Cart__c: 'cart',
  Lead: 'person',
  Contact: 'person',
  Commerce_Product__c: 'product',
  Shop__c: 'shop',
};

/** The objects whose rows are kept with what they were mapped from. */
export const SOURCE_OBJECTS = [
  ...['Order__c', 'Shipment__c', 'Return__c', 'Cart__c', 'Lead', 'Contact'],
  'Commerce_Product__c',
];

/** What a row of this object is mapped from; undefined of lines and of what admins added. */
export function kindOf(object: string): SampleKind | undefined {
  return Object.hasOwn(KINDS, object) ? KINDS[object] : undefined;
}

function keyOf(input: unknown): unknown {
  return (input as { key?: unknown } | null)?.key;
}

const GIVES = new Set<RowTrace['outcome']>(['value', 'default', 'cleared', 'link']);

/** Field → the row of the mapping that gave its value. */
export function givenBy(
  compiled: CompiledMapping,
  { target, input }: MappedFrom,
  creating: boolean,
): Map<string, string> {
  const traces = compiled.target(target)?.trace(input, { creating }) ?? [];
  return new Map(
    traces.flatMap(({ row, field, outcome }) => (GIVES.has(outcome) ? [[field, row]] : [])),
  );
}

/** Fields whose rows count only when a record is made. */
export function onCreateFields(compiled: CompiledMapping, { target }: MappedFrom): string[] {
  const rows = compiled.target(target)?.target.rows ?? [];
  return rows.flatMap(({ rule, off, target: field }) => (rule === 'onCreate' && !off ? field : []));
}

export function unmappedIn(
  compiled: CompiledMapping,
  { target, input }: MappedFrom,
  creating: boolean,
): Unmapped[] {
  return compiled.target(target)?.map(input, { creating }).unmapped ?? [];
}

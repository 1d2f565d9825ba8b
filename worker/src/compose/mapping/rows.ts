/** Short forms for the rows of the default mapping, one per type of field. */
import type { MappingRow } from './mapping.ts';

type Source = MappingRow['source'];

export function text(source: Source, target: string, length: number): MappingRow {
  return { source, steps: [{ step: 'text' }, { step: 'trim' }, cut(length)], target };
}

/** External ids and other keys: cutting one would make it the key of something else. */
export function key(source: string, target: string): MappingRow {
  return { source, steps: [{ step: 'text' }], target };
}

export function number(
  source: string,
  target: string,
  precision: number,
  scale: number,
): MappingRow {
  return { source, steps: [{ step: 'decimal', precision, scale }], target };
}

export function whole(source: string, target: string, digits: number): MappingRow {
  return { source, steps: [{ step: 'integer', digits }], target };
}

export function dateTime(source: string, target: string): MappingRow {
  return { source, steps: [{ step: 'dateTime' }], target };
}

export function checkbox(source: string, target: string): MappingRow {
  return { source, steps: [{ step: 'boolean' }], target };
}

export function email(source: string, target: string): MappingRow {
  return { source, steps: [{ step: 'lower' }, { step: 'email' }], target };
}

/** Salesforce's Url fields and the texts that hold a link take 255 characters. */
export function url(source: string, target: string): MappingRow {
  return { source, steps: [{ step: 'url', length: 255 }], target };
}

export function names(source: string, target: string, length: number): MappingRow {
  return { source, steps: [{ step: 'join', separator: ', ', max: length }], target };
}

/** A restricted picklist: a value outside the list is a problem, not a refusal by Salesforce. */
export function picklist(source: string, target: string, values: readonly string[]): MappingRow {
  const table = Object.fromEntries(values.map((value) => [value, value]));
  return { source, steps: [{ step: 'valueTable', values: table }], target };
}

/** The row counts only when the record is made. */
export function once(row: MappingRow): MappingRow {
  return { ...row, when: 'create' };
}

function cut(length: number): MappingRow['steps'][number] {
  return { step: 'truncate', length };
}

import type { CompiledTarget, Mapped, RowProblem, SourceKind } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';
import type { CurrentMapping } from '../mapping/current-mapping.ts';
import { referencesOf, type Linked } from './links.ts';

/** A row and what the mapping could not say; the rest of the row stands. */
export interface MappedRow {
  row: Row;
  problems: RowProblem[];
}

/** What rows of a shop are made with: the same mapping for a whole batch. */
export interface Mapper {
  shop: Shop;
  mapping: CurrentMapping;
}

/** One thing that targets are made from, and the records their lookups can be given. */
export interface Source {
  kind: SourceKind;
  input: unknown;
  linked: Linked;
}

/** What one record of the shop asks of Salesforce. */
export interface RecordRows {
  rows: MappedRow[];
  sources: Source[];
  /** Rows that are not written now and must not be taken for gone, by name. */
  kept: string[];
}

/** All that several records ask for. */
export function joined(parts: RecordRows[]): RecordRows {
  return {
    rows: parts.flatMap(({ rows }) => rows),
    sources: parts.flatMap(({ sources }) => sources),
    kept: parts.flatMap(({ kept }) => kept),
  };
}

interface Own {
  object: string;
  key: string;
  input: unknown;
  linked: Linked;
  parentKey?: RecordKey;
  /** Keep the input with what was written, to tell later where values came from. */
  keepSource?: boolean;
}

/**
 * One of the package's own records, found by its external id; null where the mapping has no such
 * target, it is off, or its condition does not hold.
 */
export function mapOwn(mapper: Mapper, own: Own): MappedRow | null {
  const target = activeTarget(mapper, own.object, own.input);
  if (!target) return null;
  const { fields, problems } = mapFields(target, own.input, own.linked);
  const field = own.object === 'Shop__c' ? 'Shop_Key__c' : 'External_Id__c';
  const row: Row = {
    object: own.object,
    key: own.key,
    target: { field, value: own.key },
    ...fields,
    stamp: mapper.mapping.number,
    ...(own.parentKey && { parentKey: own.parentKey }),
    ...(own.keepSource && { source: own.input }),
  };
  return { row, problems };
}

export function activeTarget(
  { mapping }: Mapper,
  id: string,
  input: unknown,
): CompiledTarget | undefined {
  const target = mapping.compiled.target(id);
  return target?.applies(input) ? target : undefined;
}

type Fields = Pick<Row, 'fields' | 'references' | 'createFields' | 'createReferences' | 'ifBlank'>;

/**
 * What a row says at every write, and what only when its record is made.
 * @param isKnown Salesforce has the record: there is nothing to be made
 */
export function mapFields(
  target: CompiledTarget,
  input: unknown,
  linked: Linked,
  { isKnown = false } = {},
): { fields: Fields; problems: RowProblem[] } {
  const always = target.map(input);
  const all = !isKnown && hasOnCreate(target) ? target.map(input, { creating: true }) : null;
  return {
    fields: {
      fields: always.fields,
      references: referencesOf(always.links, linked),
      ...(always.ifBlank.length > 0 && { ifBlank: always.ifBlank }),
      ...(all && {
        createFields: onlyIn(all.fields, always.fields),
        createReferences: referencesOf(onlyIn(all.links, always.links), linked),
      }),
    },
    problems: problemsOf(all ?? always),
  };
}

/** What is said only when the record is made, or differently then: an earlier row counts. */
function onlyIn<Value>(
  creating: Record<string, Value>,
  always: Record<string, Value>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(creating).filter(
      ([field, value]) => !Object.hasOwn(always, field) || always[field] !== value,
    ),
  );
}

/** The reason of a problem that is none for who sees the values a table does not know. */
export const GOT_DEFAULT = 'The value is not in its table and got the default.';

/** A default in place of a value that a table does not know is worth hearing of, too. */
function problemsOf({ problems, unmapped }: Mapped): RowProblem[] {
  const missing = unmapped.map(({ target, row, field }): RowProblem => {
    return { ...{ target, row, field, reason: GOT_DEFAULT }, step: 'valueTable', value: 'text' };
  });
  return [...problems, ...missing];
}

function hasOnCreate({ target }: CompiledTarget): boolean {
  return target.rows.some(({ rule, off }) => rule === 'onCreate' && off !== true);
}

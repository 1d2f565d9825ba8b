import {
  compileMapping,
  inputsOf,
  type CompiledMapping,
  type CompiledTarget,
  type FieldValue,
  type RowTrace,
} from '#mapping-engine';
import type { FieldNames } from '../../deliver/paused-fields.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { MappingVersion } from '../../shared/mapping-versions.ts';
import { isSame } from './field-changes.ts';
import { kindOf, lineOf, sourceOf, type MappedFrom } from './mapped-rows.ts';
import type { WrittenRow } from './written-sources.ts';

/** A field, traced as at every write and as when the record was made. */
export interface TracePair {
  field: string;
  always: RowTrace;
  creating: RowTrace;
}

/** How a version of the mapping gives each field of a row its value; null where it does not. */
export function traceRow(
  { definition }: MappingVersion,
  row: WrittenRow,
  source: unknown,
  paused: FieldNames,
): TracePair[] | null {
  if (source === null) return null;
  const compiled = compileMapping(definition, { paused });
  const from = row.parentKey
    ? lineFrom(compiled, row, row.parentKey, source)
    : sourceOf(compiled, { ...row, source });
  const target = from && compiled.target(from.target);
  return target ? tracePairs(target, from.input, row.writtenAt ?? new Date()) : null;
}

function lineFrom(
  compiled: CompiledMapping,
  { object, key }: WrittenRow,
  parentKey: RecordKey,
  source: unknown,
): MappedFrom | undefined {
  const kind = kindOf(parentOf(parentKey)) ?? 'order';
  const inputs = inputsOf({ kind, id: '', title: '', input: source });
  return lineOf(compiled, { object, key }, inputs);
}

function parentOf(key: RecordKey): string {
  return key.split(':')[1] === 'cart' ? 'Cart__c' : 'Order__c';
}

/** @param now what formulas took for now when the row was written */
function tracePairs(target: CompiledTarget, input: unknown, now: Date): TracePair[] {
  const always = byField(target.trace(input, { now }));
  const creating = byField(target.trace(input, { now, creating: true }));
  return [...always].map(([field, trace]) => ({
    ...{ field, always: trace },
    creating: creating.get(field) ?? trace,
  }));
}

const SILENT = new Set<RowTrace['outcome']>(['outranked', 'skipped', 'off', 'blank']);

/** Of several rows for one field the one that gave the value; else the first. */
function byField(traces: RowTrace[]): Map<string, RowTrace> {
  const chosen = new Map<string, RowTrace>();
  for (const trace of traces) {
    const known = chosen.get(trace.field);
    if (!known || (SILENT.has(known.outcome) && !SILENT.has(trace.outcome)))
      chosen.set(trace.field, trace);
  }
  return chosen;
}

/** Whether the record was made by us nobody kept; a value that is there as it was made tells. */
export function chooseTrace(
  { always, creating }: TracePair,
  value: FieldValue,
  type: string | undefined,
): RowTrace {
  return always.outcome === 'skipped' && isSame(value, creating.value, type) ? creating : always;
}

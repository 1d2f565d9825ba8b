import { compileCondition, type Holds } from './conditions.ts';
import { compileRow, nameOf, type CompiledRow } from './compileRow.ts';
import { isOfPerson } from './engagement.ts';
import type { CompiledMapping, CompiledTarget, CompileOptions, MapOptions } from './mapped.ts';
import type { Mapping, MappingSettings, Target } from './model.ts';
import { Run } from './mapRow.ts';
import { isTimeZone } from './timeZone.ts';
import { traceRows } from './trace.ts';

/**
 * Makes functions of a mapping: once for each version, for it costs more than mapping a record.
 * Never throws, whatever the mapping is: a row that cannot work gives its problem each time.
 */
export function compileMapping(
  mapping: Mapping,
  { paused = new Set() }: CompileOptions = {},
): CompiledMapping {
  const { targets: given, settings } = (mapping ?? {}) as Partial<Mapping>;
  const list = Array.isArray(given) ? (given as unknown[]) : [];
  const filled = settingsOf(settings);
  const targets = list.map((target) => compileTarget(target, filled, paused));
  const byId = new Map(targets.map((target) => [target.target.id, target]));
  return { mapping, targets, target: (id) => byId.get(id) };
}

function settingsOf(given: Partial<MappingSettings> | undefined): MappingSettings {
  const { country, timeZone } = given ?? {};
  return {
    country: typeof country === 'string' ? country : '',
    timeZone: typeof timeZone === 'string' && isTimeZone(timeZone) ? timeZone : 'UTC',
  };
}

function compileTarget(
  given: unknown,
  settings: MappingSettings,
  paused: ReadonlySet<string>,
): CompiledTarget {
  const target = (given ?? {}) as Target;
  const id = nameOf(target.id);
  const rows = compileRows(target, settings, paused);
  const { holds, broken } = conditionOf(target, settings);
  return {
    target,
    ...(broken === undefined ? {} : { broken }),
    applies: (input, { now = new Date() } = {}) =>
      target.off !== true && broken === undefined && passes(holds, input, now),
    map: (input, options = {}) => mapRows(rows, input, new Run(id, options)),
    trace: (input, options: MapOptions = {}) => traceRows(rows, input, new Run(id, options)),
  };
}

function mapRows(rows: readonly CompiledRow[], input: unknown, run: Run) {
  for (const row of rows) run.try(row, input);
  return run.result;
}

function compileRows(
  target: Target,
  settings: MappingSettings,
  paused: ReadonlySet<string>,
): CompiledRow[] {
  const slots = new Map<string, number>();
  const rows: readonly unknown[] = Array.isArray(target.rows) ? target.rows : [];
  return rows.map((row) => {
    const field = nameOf((row as { target?: unknown } | null)?.target).toLowerCase();
    const slot = slots.get(field) ?? slots.size;
    slots.set(field, slot);
    const compiled = compileRow(row, slot, settings);
    if (paused.has(`${nameOf(target.object)}.${compiled.field}`)) compiled.resting ??= 'paused';
    // Account Engagement fills a person's cleared field again with the prospect's old value.
    if (isOfPerson(nameOf(target.object), compiled.field)) compiled.clears = false;
    return compiled;
  });
}

function conditionOf(
  { condition }: Target,
  settings: MappingSettings,
): { holds?: Holds; broken?: string } {
  if (condition === undefined) return {};
  try {
    return { holds: compileCondition(condition, settings) };
  } catch (thrown) {
    return { broken: (thrown as Error).message };
  }
}

/** What cannot be asked does not apply: a record too few is better than one nobody wanted. */
function passes(holds: Holds | undefined, input: unknown, now: Date): boolean {
  try {
    return holds === undefined || holds(input, now);
  } catch {
    return false;
  }
}

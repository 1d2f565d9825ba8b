import type { Org } from '../org.ts';
import { readDecimal } from '../records/decimal.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import type { Row, Value } from '../records/row.ts';
import { textOf } from '../records/row.ts';
import { isNumber, type Field, type FormulaText, type Schema } from '../schema/model.ts';
import { compileFormula, type Compiled, type Result, type Wanted } from './compile.ts';
import { EXTRA_VALUES } from './functions.ts';
import { PRIOR } from './resolve.ts';
import type { Found, Surroundings } from './surroundings.ts';

/** What a formula is asked about. */
export interface Moment {
  row: Row;
  /** The record before the save; absent for a new one. */
  before?: Row | undefined;
  /** Who saves it, where that is known. */
  userId?: string;
}

const compiled = new WeakMap<Schema, Map<string, Compiled>>();

/** Compiles a formula of this object, once for each schema. Throws FormulaProblem. */
export function formulaOf(
  { schema }: Org,
  object: string,
  formula: Pick<FormulaText, 'text'> & Partial<FormulaText>,
  wanted: Wanted,
): Compiled {
  const known = compiled.get(schema) ?? new Map<string, Compiled>();
  compiled.set(schema, known);
  const key = JSON.stringify([object, formula.text, wanted]);
  const made =
    known.get(key) ?? compileFormula(formula.text, inSchema(schema, object, formula), wanted);
  known.set(key, made);
  return made;
}

function inSchema(schema: Schema, object: string, { apiName }: Partial<FormulaText>): Surroundings {
  return {
    object,
    apiName: apiName ?? ((name) => name),
    field: (of, name) => {
      const type = schema.object(of);
      return type && schema.field(type, name);
    },
    relationship: (of, name) => {
      const type = schema.object(of);
      return type && schema.relationship(type, name);
    },
  };
}

/** What the formula answers; null where the platform would show `#Error!`. */
export function run(org: Org, { formula, found }: Compiled, moment: Moment): unknown {
  const now = org.clock.now().toISOString();
  const context: Record<string, unknown> = {
    ...EXTRA_VALUES,
    $$TODAY: now.slice(0, 10),
    $$NOW: wholeSeconds(new Date(now)),
    $$TIMENOW: now.slice(11),
    $$ISNEW: moment.before === undefined,
  };
  for (const [path, one] of found) put(context, path.split('.'), valueAt(org, path, one, moment));
  try {
    return formula.evaluate(context);
  } catch {
    return null;
  }
}

function put(context: Record<string, unknown>, path: string[], value: unknown): void {
  let level = context;
  for (const step of path.slice(0, -1)) {
    level = (level[step] ??= {}) as Record<string, unknown>;
  }
  level[path.at(-1) ?? ''] = value;
}

function valueAt(org: Org, path: string, { fields, field }: Found, moment: Moment): unknown {
  let row = startOf(org, path, moment);
  for (const reference of fields.slice(0, -1)) {
    const parent = org.schema.object(reference.referenceTo[0] ?? '');
    const id = row && textOf(row, reference.name);
    row = parent && id ? org.database.table(parent).get(id) : undefined;
  }
  return forLibrary(field, row ? valueOf(field, row) : null);
}

function startOf(org: Org, path: string, { row, before, userId }: Moment): Row | undefined {
  const root = path.split('.')[0] ?? '';
  if (root === PRIOR) return before ?? row;
  if (!root.startsWith('$')) return row;
  const users = org.schema.object('User');
  const user = users && org.database.table(users).get(userId ?? '');
  if (root === '$USER') return user;
  const [name, id] =
    root === '$PROFILE'
      ? ['Profile', textOf(user, 'ProfileId') ?? '']
      : ['Organization', org.residents.orgId];
  const object = org.schema.object(name);
  return object && org.database.table(object).get(id);
}

/** A field's value in a row, whether the row holds it or it has to be worked out. */
export function valueOf(field: Field, row: Row): Value {
  return (field.compute ? field.compute(row) : row[field.name]) ?? null;
}

function forLibrary(field: Field, value: Value): unknown {
  if (value === null) return field.type === 'boolean' ? false : null;
  return isNumber(field.type) ? Number(value) : value;
}

/** The type a formula for this field must have. */
export function resultFor(field: Field): Result {
  const { type } = field;
  if (type === 'int' || type === 'double') return 'number';
  const same = ['currency', 'percent', 'boolean', 'date', 'datetime'] as const;
  return same.find((one) => one === type) ?? 'string';
}

/** A formula's answer as a row keeps it. */
export function keep(field: Field, result: unknown): Value {
  if (field.type === 'boolean') return result === true;
  if (typeof result === 'number') return readDecimal(String(result)) ?? null;
  if (typeof result !== 'string' || result === '') return null;
  if (field.type !== 'datetime') return result;
  const time = new Date(result);
  return Number.isNaN(time.getTime()) ? null : wholeSeconds(time);
}

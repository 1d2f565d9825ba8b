import { rawNumber } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import type { Row, Value } from '../records/row.ts';
import { isNumber, type Field } from '../schema/model.ts';
import type { Scope } from '../soql/columns.ts';
import { measure } from '../soql/measure.ts';
import { displayValue } from '../ui/field-value.ts';
import { columnOf, type Group, type GroupKey } from './aggregate-groups.ts';
import { DATE_FUNCTIONS } from './shared-types.ts';

const MEASURES: Record<string, string> = {
  avg: 'AVG',
  sum: 'SUM',
  min: 'MIN',
  max: 'MAX',
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
};

/** What `COUNT` or another function makes of a field in a group of rows. */
export function measured(scope: Scope, name: string, path: string, rows: Row[]) {
  const found = measure(scope, { functionName: name, parameters: [path], rawValue: path });
  if (!found) throw refuse('MALFORMED_QUERY', `unexpected token: ${name}`);
  return { field: found.field, value: found.value(rows) };
}

/** A group of records: what it was grouped by, and what is computed of it. */
export class AggregateNode {
  readonly #scope: Scope;
  readonly #group: Group;
  readonly #keys: GroupKey[];

  constructor(scope: Scope, group: Group, keys: GroupKey[]) {
    this.#scope = scope;
    this.#group = group;
    this.#keys = keys;
  }

  resolve(name: string): unknown {
    if (name === 'ApiName') return this.#scope.object.name;
    return { resolve: (part: string) => this.#field(name, part) };
  }

  #field(path: string, part: string): unknown {
    const scope = this.#scope;
    const name = MEASURES[part];
    if (name !== undefined) {
      const { field, value } = measured(scope, name, path, this.#group.rows);
      return shown(scope, field, value);
    }
    const date = DATE_FUNCTIONS[part];
    if (date !== undefined) {
      const { field, value } = this.#grouped({ path, function: date });
      return { value: plain(field, value) };
    }
    if (part === 'grouping') {
      const isKept = this.#group.kept.some((key) => key.path === path);
      return { value: isKept ? 0 : 1, displayValue: null };
    }
    const { field, value } = this.#grouped({ path });
    return shown(scope, field, value)[part as 'value' | 'displayValue'];
  }

  /** Throws when the rows of the group need not agree on it. */
  #grouped(key: GroupKey): { field: Field; value: Value } {
    const same = (one: GroupKey): boolean => one.path === key.path && one.function === key.function;
    const { field, value } = columnOf(this.#scope, key);
    if (!this.#keys.some(same)) {
      throw refuse('MALFORMED_QUERY', `Field must be grouped or aggregated: ${key.path}`);
    }
    const [first] = this.#group.rows;
    const isKept = this.#group.kept.some(same);
    return { field, value: first && isKept ? value(first) : null };
  }
}

/** A field of a single record, where a query neither groups nor computes. */
export class PlainNode {
  readonly #scope: Scope;
  readonly #row: Row;

  constructor(scope: Scope, row: Row) {
    this.#scope = scope;
    this.#row = row;
  }

  resolve(name: string): unknown {
    if (name === 'ApiName') return this.#scope.object.name;
    const { field, value } = columnOf(this.#scope, { path: name });
    return shown(this.#scope, field, value(this.#row));
  }
}

function shown({ org, caller, object }: Scope, field: Field, value: Value) {
  const row = { Id: '', [field.name]: value } as Row;
  return {
    value: plain(field, value),
    displayValue: displayValue(org, caller, object, field, row),
    label: null,
  };
}

function plain(field: Field, value: Value): unknown {
  if (value === null || typeof value === 'boolean') return value;
  if (field.type === 'int') return Number(value);
  return isNumber(field.type) ? rawNumber(value) : value;
}

import { formulaOf, keep, resultFor, run } from '../formula/run.ts';
import type { Org } from '../org.ts';
import { CURRENCY } from '../schema/features/multi-currency.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import type { Row, Value } from './row.ts';

/** What a new record holds where the request says nothing. */
export function defaults(org: Org, object: ObjectType, userId: string): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const field of object.fields) {
    if (field.name === 'OwnerId') values[field.name] = userId;
    else if (field.name === CURRENCY) values[field.name] = currencyOf(org, userId);
    else if (field.defaultFormula) values[field.name] = computed(org, object, field, userId);
    else if (field.defaultValue !== undefined) values[field.name] = field.defaultValue;
  }
  return values;
}

function computed(org: Org, object: ObjectType, field: Field, userId: string): Value {
  const { defaultFormula } = field;
  if (!defaultFormula) return null;
  const wanted = { returns: resultFor(field), place: 'default' as const, scale: field.scale };
  const compiled = formulaOf(org, object.name, defaultFormula, wanted);
  return keep(field, run(org, compiled, { row: { Id: '' }, userId }));
}

/** The user's own currency, or else the company's. */
function currencyOf(org: Org, userId: string): Value {
  const users = org.schema.object('User');
  const user: Row | undefined = users && org.database.table(users).get(userId);
  return user?.DefaultCurrencyIsoCode ?? org.features.currencies().corporate;
}

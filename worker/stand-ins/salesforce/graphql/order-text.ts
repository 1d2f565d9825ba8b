import type { ObjectType, Schema } from '../schema/model.ts';
import { isInput, type Input } from './context.ts';

/** One key of an order: the path of its field, and what is asked about it. */
export interface OrderKey {
  path: string;
  function?: string;
  order: 'ASC' | 'DESC';
  nulls: 'FIRST' | 'LAST';
}

/** The keys of an `orderBy`, in the order in which they are written. */
export function orderKeys(
  schema: Schema,
  object: ObjectType,
  orderBy: Input,
  path = '',
): OrderKey[] {
  return Object.entries(orderBy).flatMap(([name, value]): OrderKey[] => {
    if (!isInput(value)) return [];
    if (schema.field(object, name)) {
      return [
        {
          path: `${path}${name}`,
          ...(typeof value.function === 'string' && { function: value.function }),
          order: value.order === 'DESC' ? 'DESC' : 'ASC',
          nulls: value.nulls === 'LAST' ? 'LAST' : 'FIRST',
        },
      ];
    }
    const reference = schema.relationship(object, name);
    if (!reference) return [];
    return parentKeys(schema, reference.referenceTo, value, `${path}${name}.`);
  });
}

function isClause(value: Input): boolean {
  return ['order', 'nulls', 'function'].some((key) => key in value);
}

function parentKeys(schema: Schema, to: string[], value: Input, path: string): OrderKey[] {
  const [first = ''] = to;
  const parent = schema.object(first);
  if (!parent) return [];
  // Where the parent may be of several kinds, its keys stand below the kind, or below `Name`.
  return Object.entries(value).flatMap(([name, inner]) => {
    const isKind = isInput(inner) && (name === first || (name === 'Name' && !isClause(inner)));
    return orderKeys(schema, parent, isKind ? inner : { [name]: inner }, path);
  });
}

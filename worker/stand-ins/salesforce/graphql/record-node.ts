import type { GraphQLResolveInfo } from 'graphql';
import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { labelOf, fieldValue, parentOf } from '../ui/field-value.ts';
import { recordTypeOf } from '../ui/object-info.ts';
import { nameFieldOf } from '../ui/objects.ts';
import type { Context, Input } from './context.ts';
import { recordConnection } from './find-records.ts';

/** Where in an answer a record stands. */
interface Place {
  /** How many records stand beside it on its page. */
  siblings: number;
  /** 0 for what was queried, 1 for its children and parents, which have no children themselves. */
  depth: number;
  /** A mutation answers the record's own fields and nothing around them. */
  ofMutation?: boolean;
}

/** A record; each field is worked out when the query asks for it. */
export class RecordNode {
  readonly object: ObjectType;
  readonly row: Row;
  readonly #place: Place;

  constructor(object: ObjectType, row: Row, place: Place) {
    this.object = object;
    this.row = row;
    this.#place = place;
  }

  resolve(name: string, args: Input, context: Context, info: GraphQLResolveInfo): unknown {
    const { object, row } = this;
    const { org, caller } = context.call;
    if (name === 'Id') return row.Id;
    if (name === 'ApiName') return object.name;
    if (name === 'WeakEtag') return Date.parse(textOf(row, 'SystemModstamp') ?? '') || 0;
    if (name === 'DisplayValue') return textOf(row, nameFieldOf(object)?.name ?? 'Name') ?? null;
    const field = org.schema.field(object, name);
    if (name === 'RecordTypeId') return recordType(object, row, args);
    if (field) return valueOf(context, object, field, row);
    if (this.#place.ofMutation) {
      throw refuse('INVALID_FIELD', `${name} is not currently available in mutation results`);
    }
    const reference = org.schema.relationship(object, name);
    if (!reference) return this.#children(name, args, context, info);
    const parent = parentOf(org, caller, reference, row);
    return parent ? new RecordNode(parent.object, parent.row, { siblings: 1, depth: 1 }) : null;
  }

  #children(name: string, args: Input, context: Context, info: GraphQLResolveInfo): unknown {
    const { org } = context.call;
    const { siblings, depth } = this.#place;
    const relationship = this.object.children.find((one) => one.name === name);
    const child = relationship && org.schema.object(relationship.child);
    if (!child) return null;
    if (depth > 0) {
      throw refuse(
        'MALFORMED_QUERY',
        'SOQL statements cannot query aggregate relationships more than 1 level away from the ' +
          'root entity object.',
      );
    }
    if (typeof args.after === 'string' && siblings > 1) {
      throw refuse(
        'INVALID_INPUT',
        `Page through ${name} of one parent at a time: limit the parents to a single record`,
      );
    }
    const rows = org.database.table(child).find(relationship.field, this.row.Id);
    return recordConnection(context, child, args, info, rows);
  }
}

function recordType(object: ObjectType, row: Row, { fallback }: Input) {
  const value = textOf(row, 'RecordTypeId') ?? (fallback === true ? recordTypeOf(object) : null);
  return { value, displayValue: null };
}

function valueOf({ call }: Context, object: ObjectType, field: Field, row: Row) {
  const { value, displayValue } = fieldValue(call.org, call.caller, object, field, row);
  const text = typeof value === 'string' ? value : null;
  return {
    value: field.type === 'int' && value !== null ? Number(row[field.name]) : value,
    displayValue,
    label: text === null ? null : label(field, text),
  };
}

function label(field: Field, value: string): string | null {
  if (field.type === 'picklist') return labelOf(field, value);
  if (field.type !== 'multipicklist') return null;
  return value
    .split(';')
    .map((choice) => labelOf(field, choice))
    .join(';');
}

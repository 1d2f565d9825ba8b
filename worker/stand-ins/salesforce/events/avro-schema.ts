import type { Field, ObjectType } from '../schema/model.ts';
import { changeEventName, eventFields, type EventField, type Leaf } from './event-fields.ts';

/** The parts of Avro's schema language that events use. */
export type AvroType = string | AvroType[] | AvroRecord | AvroArray | AvroEnum;
export interface AvroField {
  name: string;
  type: AvroType;
  /** The platform's own kind of the field, such as `Data:DateOnly`. */
  doc?: string;
  default?: null;
}
export interface AvroRecord {
  type: 'record';
  name: string;
  namespace?: string;
  fields: AvroField[];
}
interface AvroArray {
  type: 'array';
  items: AvroType;
}
interface AvroEnum {
  type: 'enum';
  name: string;
  symbols: string[];
}

const NAMESPACE = 'com.sforce.eventbus';

const CHANGE_TYPES = ['CREATE', 'UPDATE', 'DELETE', 'UNDELETE'];
export const HEADER_LISTS = ['nulledFields', 'diffFields', 'changedFields'] as const;

const TEXTS: AvroArray = { type: 'array', items: 'string' };

const HEADER: AvroRecord = {
  type: 'record',
  name: 'ChangeEventHeader',
  fields: [
    { name: 'entityName', type: 'string' },
    { name: 'recordIds', type: TEXTS },
    {
      name: 'changeType',
      type: {
        type: 'enum',
        name: 'ChangeType',
        symbols: [...CHANGE_TYPES, ...CHANGE_TYPES.map((type) => `GAP_${type}`), 'GAP_OVERFLOW'],
      },
    },
    { name: 'changeOrigin', type: 'string' },
    { name: 'transactionKey', type: 'string' },
    { name: 'sequenceNumber', type: 'int' },
    { name: 'commitTimestamp', type: 'long' },
    { name: 'commitNumber', type: 'long' },
    { name: 'commitUser', type: 'string' },
    ...HEADER_LISTS.map((name) => ({ name, type: TEXTS })),
  ],
};

/** The schema of an object's change events; it lists all fields, whoever may see them. */
export function changeEventSchema(object: ObjectType): AvroRecord {
  const declared = new Set<string>();
  return {
    type: 'record',
    name: changeEventName(object),
    namespace: NAMESPACE,
    fields: [
      { name: 'ChangeEventHeader', type: HEADER },
      ...eventFields(object).map((field) => describe(object, field, declared)),
    ],
  };
}

/** The schema of a platform event's messages. */
export function platformEventSchema(object: ObjectType): AvroRecord {
  return {
    type: 'record',
    name: object.name,
    namespace: NAMESPACE,
    fields: [
      { name: 'CreatedDate', type: 'long', doc: 'CreatedDate:DateTime' },
      { name: 'CreatedById', type: 'string', doc: 'CreatedBy:EntityId' },
      ...object.fields
        .filter(({ custom }) => custom)
        .map(({ name, ...field }) => nullable(name, { name, ...field })),
    ],
  };
}

function describe(object: ObjectType, { name, leaf, compound }: EventField, declared: Set<string>) {
  if (!compound) return nullable(name, leaf?.field ?? unknown(name));
  const first = !declared.has(compound.type);
  declared.add(compound.type);
  // A type is spelled out once and called by its name from then on.
  const record = first ? compoundRecord(object, compound.type) : `${NAMESPACE}.${compound.type}`;
  const plain: AvroType[] = leaf || compound.type === 'Switchable_PersonName' ? ['string'] : [];
  return {
    name,
    type: ['null', ...plain, record],
    doc: `Data:${compound.type}`,
    default: null,
  };
}

function unknown(name: string): never {
  throw new Error(`The event field ${name} is neither a value nor a compound.`);
}

/** All parts that any compound of this type in the object has. */
function compoundRecord(object: ObjectType, type: string): AvroRecord {
  const parts = new Map<string, Leaf>();
  for (const { compound } of eventFields(object)) {
    if (compound?.type !== type) continue;
    for (const part of compound.parts) parts.set(part.name, part);
  }
  return {
    type: 'record',
    name: type,
    fields: [...parts.values()].map((part) => nullable(part.name, part.field)),
  };
}

function nullable(name: string, field: Field): AvroField {
  const [type, doc] = kindOf(field);
  return { name, type: ['null', type], doc, default: null };
}

function kindOf(field: Field): [type: string, doc: string] {
  switch (field.type) {
    case 'double':
      return ['double', 'Data:Double'];
    case 'currency':
      return ['double', 'Data:Currency'];
    case 'percent':
      return ['double', 'Data:Percent'];
    case 'int':
      return ['int', 'Data:Integer'];
    case 'boolean':
      return ['boolean', 'Data:Boolean'];
    case 'date':
      return ['long', 'Data:DateOnly'];
    case 'datetime':
      return ['long', 'Data:DateTime'];
    case 'id':
    case 'reference':
      return ['string', 'ForeignKey:EntityId'];
    case 'picklist':
      return ['string', 'Data:DynamicEnum'];
    case 'multipicklist':
      return ['string', 'Data:MultiEnum'];
    case 'textarea':
      return ['string', field.length > 255 ? 'Data:StringPlusClob' : 'Data:MultiLineText'];
    case 'email':
      return ['string', 'Data:Email'];
    case 'phone':
      return ['string', 'Data:Phone'];
    case 'url':
      return ['string', 'Data:Url'];
    default:
      return ['string', 'Data:Text'];
  }
}

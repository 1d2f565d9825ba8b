import type { Field } from '../schema/model.ts';
import { groupClause, isAggregatable, kindOf, operatorsName, orderClause } from './kinds.ts';
import type { Parent, Visible } from './visible.ts';

const CONNECTION_ARGUMENTS = 'upperBound: Int after: String first: Int';

/** The arguments of a field that answers records of this object. */
export function queryArguments(name: string, more = ''): string {
  return `(${more} where: ${name}_Filter orderBy: ${name}_OrderBy ${CONNECTION_ARGUMENTS})`;
}

export function scopeName(name: string): string {
  return `${name.toUpperCase()}_SCOPE`;
}

/** Every type that one object brings along, but for those that change it. */
export function recordTypes(visible: Visible): string {
  const { object, fields, parents } = visible;
  const { name } = object;
  const isOwned = fields.some((field) => field.name === 'OwnerId');
  return `
type ${name} implements Record { ${recordFields(visible)} }
type ${name}Edge { node: ${name} cursor: String! }
type ${name}Connection {
  edges: [${name}Edge] pageInfo: PageInfo! totalCount: Int! pageResultCount: Int!
}
enum ${scopeName(name)} { EVERYTHING ${isOwned ? 'MINE' : ''} }
input ${name}_Filter {
  ${fields
    .filter(({ filterable }) => filterable)
    .map(filterOf)
    .join(' ')}
  ${parents.map((parent) => `${parent.name}: ${nested(name, parent, 'Filter')}`).join(' ')}
  and: [${name}_Filter] or: [${name}_Filter] not: ${name}_Filter
}
input ${name}_OrderBy {
  ${fields.map(orderOf).join(' ')}
  ${parents.map((parent) => `${parent.name}: ${nested(name, parent, 'OrderBy')}`).join(' ')}
}
input ${name}_GroupBy {
  ${fields.map(groupOf).join(' ')}
  ${plain(parents)
    .map((parent) => `${parent.name}: ${parent.objects[0] ?? ''}_GroupBy`)
    .join(' ')}
  type: GroupByType
}
type ${name}Aggregate { ${fields.map(aggregateOf).join(' ')} ApiName: String! }
type ${name}Result { aggregate: ${name}Aggregate }
type ${name}AggregateEdge { node: ${name}Result cursor: String! }
type ${name}AggregateConnection {
  edges: [${name}AggregateEdge] pageInfo: PageInfo! totalCount: Int!
}
${parents
  .filter(({ polymorphic }) => polymorphic)
  .map((parent) => polymorphicTypes(name, parent))
  .join('\n')}
`;
}

function plain(parents: Parent[]): Parent[] {
  return parents.filter(({ polymorphic }) => !polymorphic);
}

function recordFields({ object, fields, parents, children }: Visible): string {
  const { name } = object;
  const values = fields
    .filter((field) => field.type !== 'id' && field.name !== 'RecordTypeId')
    .map((field) => `${field.name}: ${kindOf(field) ?? ''}Value`);
  const up = parents.map(
    (parent) =>
      `${parent.name}: ${parent.polymorphic ? unionName(name, parent) : (parent.objects[0] ?? '')}`,
  );
  const down = children.map(
    (child) => `${child.name}${queryArguments(child.child)}: ${child.child}Connection`,
  );
  return [
    'Id: ID! ApiName: String! WeakEtag: Long! DisplayValue: String',
    'RecordTypeId(fallback: Boolean): IDValue',
    ...values,
    ...up,
    ...down,
  ].join(' ');
}

function unionName(name: string, parent: Parent): string {
  return `${name}_${parent.name}`;
}

function nested(name: string, parent: Parent, suffix: 'Filter' | 'OrderBy'): string {
  return parent.polymorphic
    ? `${unionName(name, parent)}_${suffix}s`
    : `${parent.objects[0] ?? ''}_${suffix}`;
}

function polymorphicTypes(name: string, parent: Parent): string {
  const union = unionName(name, parent);
  // Filters here follow a reference to the first of its objects only, and an owner by its name too.
  const [first = ''] = parent.field.referenceTo;
  const followed = first === 'User' ? [first, 'Name'] : [first];
  const of = (suffix: string): string =>
    followed
      .filter((object) => object === 'Name' || parent.objects.includes(object))
      .map((object) => `${object}: ${object}_${suffix}`)
      .join(' ');
  return `union ${union} = ${parent.objects.join(' | ')}
input ${union}_Filters { ${of('Filter')} }
input ${union}_OrderBys { ${of('OrderBy')} }`;
}

function filterOf(field: Field): string {
  const kind = kindOf(field);
  return kind ? `${field.name}: ${operatorsName(kind)}` : '';
}

function orderOf(field: Field): string {
  const kind = kindOf(field);
  const clause = kind && field.filterable ? orderClause(kind, field) : undefined;
  return clause ? `${field.name}: ${clause}` : '';
}

function groupOf(field: Field): string {
  const kind = kindOf(field);
  const clause = kind && field.filterable ? groupClause(kind) : undefined;
  return clause ? `${field.name}: ${clause}` : '';
}

function aggregateOf(field: Field): string {
  const kind = kindOf(field);
  return kind && isAggregatable(kind) ? `${field.name}: ${kind}Aggregate` : '';
}

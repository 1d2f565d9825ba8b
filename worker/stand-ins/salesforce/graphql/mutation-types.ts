import type { Field } from '../schema/model.ts';
import { kindOf } from './kinds.ts';
import type { Visible } from './visible.ts';

/** From here on an update answers the record it changed. */
export const RECORD_OF_UPDATE = 66;

/** The inputs and payloads of the operations that change records of one object. */
export function mutationTypes(
  { object, createable, updateable }: Visible,
  version: number,
): string {
  const { name } = object;
  const record = version >= RECORD_OF_UPDATE ? `Record: ${name}` : '';
  return `
${input(name, 'Create', createable)}
type ${name}CreatePayload { Record: ${name} }
${input(name, 'Update', updateable)}
type ${name}UpdatePayload { success: Boolean ${record} }
`;
}

function input(name: string, verb: 'Create' | 'Update', fields: Field[]): string {
  if (fields.length === 0) return '';
  const id = verb === 'Update' ? 'Id: IdOrRef!' : '';
  return `input ${name}${verb}Representation { ${fields.map(inputOf).join(' ')} }
input ${name}${verb}Input { ${id} ${name}: ${name}${verb}Representation! }`;
}

function inputOf(field: Field): string {
  const kind = kindOf(field);
  return `${field.name}: ${kind === 'ID' ? 'IdOrRef' : (kind ?? 'String')}`;
}

/** The operations on one object; none that could not name a single field. */
export function mutationFields({ object, createable, updateable }: Visible): string {
  const { name } = object;
  const operations = [`${name}Delete(input: RecordDeleteInput!): RecordDeletePayload`];
  if (createable.length > 0) {
    operations.push(`${name}Create(input: ${name}CreateInput!): ${name}CreatePayload`);
  }
  if (updateable.length > 0) {
    operations.push(`${name}Update(input: ${name}UpdateInput!): ${name}UpdatePayload`);
  }
  return operations.join(' ');
}

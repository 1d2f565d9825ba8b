import type { Schema, SchemaType } from './schemaKinds.ts';
import { isRecord } from './values.ts';

export function hasType({ type }: Schema, data: unknown): boolean {
  if (type === undefined) return true;
  const types: readonly SchemaType[] = typeof type === 'string' ? [type] : type;
  return types.some((one) => isOfType(one, data));
}

/** Whether the data is the constant or among the values, where the schema has such. */
export function isListed(schema: Schema, data: unknown): boolean {
  if (schema.const !== undefined && schema.const !== data) return false;
  return schema.enum === undefined || (schema.enum as readonly unknown[]).includes(data);
}

function isOfType(type: SchemaType, data: unknown): boolean {
  switch (type) {
    case 'object':
      return isRecord(data);
    case 'array':
      return Array.isArray(data);
    case 'integer':
      return Number.isInteger(data);
    case 'number':
      return Number.isFinite(data);
    default:
      return typeof data === type;
  }
}

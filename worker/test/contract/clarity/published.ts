import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

const DOCS = join(import.meta.dirname, '..', '..', '..', '..', 'docs');
const FOLDER = join(DOCS, 'clarity');
const SCHEMA = '.schema.json';

/** A JSON Schema as far as the tests look into it. */
export interface Schema {
  $id?: string;
  $ref?: string;
  required?: string[];
  properties?: Record<string, Schema & { enum?: string[] }>;
}

export const read = (path: string): unknown => JSON.parse(readFileSync(join(FOLDER, path), 'utf8'));

export const words = readFileSync(join(DOCS, 'clarity-events.md'), 'utf8');

export const schemas = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(SCHEMA))
    .map((name) => [name.slice(0, -SCHEMA.length), read(name) as Schema]),
);

export const examples = new Map(
  readdirSync(join(FOLDER, 'examples')).map((name) => [
    name.slice(0, -'.json'.length),
    read(join('examples', name)) as { id: string; type: string },
  ]),
);

export const types = schemas.get('event')?.properties?.type?.enum ?? [];

// Strict but for conditions that name fields of the schema around them.
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
});
for (const schema of schemas.values()) ajv.addSchema(schema);

/** What is wrong with a value, in a line each; empty when it fits. */
export function flaws(schema: string, value: unknown): string[] {
  const validate = ajv.getSchema(`${schema}${SCHEMA}`) as ValidateFunction | undefined;
  if (!validate) throw new Error(`docs/clarity has no ${schema}${SCHEMA}.`);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }: ErrorObject) =>
      `${instancePath || 'the whole'} ${message ?? ''} ${JSON.stringify(params)}`,
  );
}

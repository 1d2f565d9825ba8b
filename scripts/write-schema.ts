// Writes the JSON Schema of a mapping: node scripts/write-schema.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { MAPPING_SCHEMA } from '#mapping-engine/schema';

/** Where the schema is published, below the root of the project. */
export const SCHEMA_FILE = 'docs/mapping.schema.json';

/** The text of the published schema. */
export function schemaText(): Promise<string> {
  return format(JSON.stringify(MAPPING_SCHEMA), { parser: 'json', printWidth: 100 });
}

if (import.meta.main) {
  writeFileSync(join(import.meta.dirname, '..', SCHEMA_FILE), await schemaText());
  console.log(`Wrote ${SCHEMA_FILE}.`);
}

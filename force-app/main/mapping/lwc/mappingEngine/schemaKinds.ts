/** The part of JSON Schema 2020-12 that the schema of a mapping is written in. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $defs?: Readonly<Record<string, Schema>>;
  /** Only `#/$defs/<name>`. */
  $ref?: string;
  title?: string;
  description?: string;
  default?: unknown;
  type?: SchemaType | readonly SchemaType[];
  const?: string | number | boolean;
  enum?: readonly (string | number | boolean)[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: false | Schema;
  propertyNames?: Schema;
  maxProperties?: number;
  items?: Schema;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  /** Told apart by a property that has a `const` in each, or by what each requires. */
  oneOf?: readonly Schema[];
}

export type SchemaType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';

/** What a schema asks for, in the words of a person. */
import type { Schema, SchemaType } from './schemaKinds.ts';

const WORDS: Readonly<Record<SchemaType, string>> = {
  object: 'a record',
  array: 'a list',
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
};

/** A hostile name must not fill a message. */
const LONGEST_NAME = 60;

export function inWords(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return `one of ${schema.enum.join(', ')}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const words = types.map((type) => WORDS[type]).join(' or ');
  const { minimum, maximum } = schema;
  if (minimum === undefined || maximum === undefined) return words;
  return `${words} from ${minimum} to ${maximum}`;
}

export function oneOfConstants(alternatives: readonly Schema[], property: string): string {
  const constants = alternatives.map(({ properties }) => properties?.[property]?.const);
  return `one of ${constants.join(', ')}`;
}

/** The type of data in words; never the data. */
export function typeWords(data: unknown): string {
  if (data === null || data === undefined) return 'nothing';
  if (Array.isArray(data)) return 'a list';
  if (typeof data === 'object') return 'a record';
  if (typeof data === 'string') return data === '' ? 'an empty text' : 'text';
  return typeof data === 'boolean' ? 'true or false' : `a ${typeof data}`;
}

export function atIndex(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** Names that need it stand in brackets and quotes, as in JavaScript. */
export function atName(path: string, name: string): string {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
  if (!/^[A-Za-z_$][\w$]*$/.test(short)) return `${path}[${JSON.stringify(short)}]`;
  return path === '' ? short : `${path}.${short}`;
}

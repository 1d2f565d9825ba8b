import type { Query } from './cache.ts';
import { request, type Request } from './request.ts';
import { wireAdapter, type Config, type WireAdapterClass } from './wire.ts';

/** Records are fresh for half a minute, descriptions for a quarter of an hour. */
export const RECORDS = 30_000;
export const DESCRIPTIONS = 15 * 60_000;

/** An adapter whose data is the answer to one request; nothing is asked while it names none. */
export function requestAdapter(
  freshFor: number,
  requestOf: (config: Config) => Request | undefined,
): WireAdapterClass {
  return wireAdapter((config) => {
    const asked = requestOf(config);
    return asked && queryOf(freshFor, asked);
  });
}

export function queryOf(freshFor: number, asked: Request): Query {
  return { key: JSON.stringify(asked), freshFor, load: () => request(asked) };
}

export interface FieldToken {
  objectApiName: string;
  fieldApiName: string;
}

/** `Contact.Email`, from a token of `@salesforce/schema` or from such a text. */
export function fieldName(field: unknown): string {
  if (typeof field === 'string') return field;
  const { objectApiName, fieldApiName } = field as FieldToken;
  return `${objectApiName}.${fieldApiName}`;
}

export function fieldNames(fields: unknown): string[] | undefined {
  if (fields === undefined || fields === null) return undefined;
  const list = Array.isArray(fields) ? (fields as unknown[]) : [fields];
  return list.map(fieldName).sort();
}

/** `Contact`, from a token or from such a text. */
export function objectName(object: unknown): string {
  return typeof object === 'string' ? object : ((object as FieldToken | null)?.objectApiName ?? '');
}

export const segment = (text: unknown): string => encodeURIComponent(String(text));

import type { Call } from '../rest/call.ts';
import type { Opened } from '../soql/open.ts';
import { Refused } from '../records/refusal.ts';
import type { ObjectType } from '../schema/model.ts';

/** What every field of one request may need. */
export interface Context {
  call: Call;
  /** The variables as they were sent, whose keys stand in the order the caller wrote them. */
  variables: Record<string, unknown>;
  /** Queries already read: each parent of a page asks for its children in the same words. */
  opened: Map<string, Opened>;
}

/** A coerced argument or a part of one. */
export type Input = Record<string, unknown>;

export function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that the schema has already been asked about. */
export function objectOf({ call }: Context, name: string): ObjectType {
  const object = call.org.schema.object(name);
  if (!object) throw new Error(`GraphQL asked for ${name}, which is no object of this org.`);
  return object;
}

/** The sentences of a refusal, without the codes that GraphQL has no place for. */
export function sentences(error: Refused): string {
  return error.refusals.map(({ message }) => message).join('; ');
}

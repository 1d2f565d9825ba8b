import { childOf, childrenOf, textIn, type Element } from '../metadata/element.ts';
import { isObject, type JsonObject, type JsonValue } from '../records/json.ts';
import { readBody, type Draft } from '../records/read-body.ts';
import { Refused, refuse } from '../records/refusal.ts';
import type { ObjectType } from '../schema/model.ts';
import type { SoapCall } from './call.ts';
import { ClientFault } from './fault.ts';

/** A record as SOAP carries it: its type, perhaps its id, and what it says about its fields. */
export interface SoapRecord {
  object: ObjectType;
  id: string;
  draft: Draft;
}

const FRAME = ['type', 'Id', 'id', 'fieldsToNull'];

/**
 * Reads an sObject element. Throws INVALID_TYPE for an unknown type and INVALID_FIELD for an unknown
 * field, either of which ends the whole call.
 */
export function readRecord({ org, caller }: SoapCall, element: Element): SoapRecord {
  const object = typeNamed({ org, caller }, typeOf(element));
  const body: JsonObject = {};
  for (const { text } of childrenOf(element, 'fieldsToNull')) body[text] = null;
  for (const child of element.children) {
    if (!FRAME.includes(child.name)) body[child.name] = valueOf(child);
  }
  const id = textIn(element, 'Id') || textIn(element, 'id');
  return { object, id, draft: understood(() => readBody(org, caller, object, body)) };
}

/** A value that its field cannot hold never gets past the reading of the message. */
function understood(read: () => Draft): Draft {
  try {
    return read();
  } catch (error) {
    const [refusal] = error instanceof Refused ? error.refusals : [];
    if (refusal?.code !== 'JSON_PARSER_ERROR') throw error;
    throw new ClientFault(refusal.message);
  }
}

/** The partner API names the type inside the record, the enterprise API on it. */
function typeOf(element: Element): string {
  const declared = Object.entries(element.attributes).find(([name]) => /(^|:)type$/.test(name));
  return textIn(element, 'type') || (declared?.[1].replace(/^.*:/, '') ?? '');
}

export function typeNamed({ org, caller }: Pick<SoapCall, 'org' | 'caller'>, name: string) {
  const object = org.schema.object(name);
  if (object && caller.rights.may('read', object)) return object;
  throw refuse('INVALID_TYPE', `sObject type '${name}' is not supported.`);
}

/** A parent named by its key is a record inside the record. */
function valueOf(element: Element): JsonValue {
  const nil = Object.entries(element.attributes).find(([name]) => /(^|:)nil$/.test(name))?.[1];
  if (nil === 'true' || nil === '1') return null;
  const inner = element.children.filter(({ name }) => name !== 'type');
  if (inner.length === 0) return element.text;
  const record = Object.fromEntries(inner.map((child) => [child.name, valueOf(child)]));
  return isObject(record) ? record : null;
}

/** The texts of all arguments of that name. */
export function textsOf(body: Element, name: string): string[] {
  return childrenOf(body, name).map(({ text }) => text);
}

/** A misspelt wish must not be taken for none. */
export function refuseUnknown(element: Element, known: string[]): void {
  const stranger = element.children.find(({ name }) => !known.includes(name));
  if (!stranger) return;
  throw new ClientFault(
    `Element {urn:partner.soap.sforce.com}${stranger.name} invalid at this location`,
  );
}

/** The one argument of that name, which the call cannot do without. */
export function required(body: Element, name: string): Element {
  const element = childOf(body, name);
  if (!element) throw refuse('MISSING_ARGUMENT', `${name} is required`);
  return element;
}

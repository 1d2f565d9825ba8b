import { partsOf } from '../metadata/multipart.ts';
import { isObject, parseExactly, type JsonObject } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import { bodyObject, type Call } from '../rest/call.ts';
import { COMPOUND } from './fields.ts';

/**
 * The fields of a record in a request: its JSON, or a multipart body that has the JSON in one part and
 * each large field in a part of its own. Objects come as the text of their JSON, files in Base64.
 */
export function readFields(call: Call): JsonObject {
  const fields = call.bytes ? readParts(call, call.bytes) : bodyObject(call);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      COMPOUND.has(name) && isObject(value) ? JSON.stringify(value) : value,
    ]),
  );
}

function readParts(call: Call, bytes: Buffer): JsonObject {
  const parts = partsOf(bytes, call.header('content-type') ?? '');
  const description = parts.find(({ type }) => type.includes('json'));
  const record = description && parse(description.content.toString('utf8'));
  if (!record) {
    throw refuse('INVALID_MULTIPART_REQUEST', 'A part in JSON that describes the record is needed');
  }
  const files = parts.filter((part) => part !== description);
  const contents = files.map(({ name, content }) => [name, content.toString('base64')] as const);
  return { ...record, ...Object.fromEntries(contents) };
}

function parse(text: string): JsonObject | undefined {
  try {
    const value = parseExactly(text);
    return isObject(value) ? value : undefined;
  } catch {
    throw refuse('JSON_PARSER_ERROR', 'The part that describes the record is not JSON');
  }
}

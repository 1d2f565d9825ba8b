import { createRequire } from 'node:module';
import type { Type } from 'avsc';
import type { Value } from '../records/row.ts';
import { HEADER_LISTS, type AvroField, type AvroRecord } from './avro-schema.ts';
import { recordIn, toBitmaps } from './bitmap.ts';
import type { EventBody, EventValues } from './event.ts';

const types = new WeakMap<AvroRecord, Type>();

/** The library is asked for when the first event is written: an org without events starts sooner. */
function typeOf(schema: AvroRecord): Type {
  const known = types.get(schema);
  if (known) return known;
  const avro = createRequire(import.meta.url)('avsc') as typeof import('avsc');
  // Commit numbers are larger than what a double holds.
  const long = avro.types.LongType.__with({
    fromBuffer: (buffer: Buffer) => buffer.readBigInt64LE(),
    toBuffer(number: bigint | number) {
      const buffer = Buffer.alloc(8);
      buffer.writeBigInt64LE(BigInt(number));
      return buffer;
    },
    fromJSON: BigInt,
    toJSON: Number,
    isValid: (value: unknown) => typeof value === 'bigint' || Number.isInteger(value),
    compare: (one: bigint, other: bigint) => Number(one > other) - Number(one < other),
  });
  const plain = JSON.parse(JSON.stringify(schema)) as Parameters<typeof avro.Type.forSchema>[0];
  const type = avro.Type.forSchema(plain, { registry: { long }, wrapUnions: 'never' });
  types.set(schema, type);
  return type;
}

/** The event in Avro's binary form. */
export function encodeEvent(schema: AvroRecord, { header, values }: EventBody): Buffer {
  const body = toAvro(schema, schema, values);
  if (header) {
    const lists = HEADER_LISTS.map((name) => [name, toBitmaps(schema, header[name])]);
    body.ChangeEventHeader = {
      ...header,
      commitNumber: BigInt(header.commitNumber),
      ...Object.fromEntries(lists),
    };
  }
  return typeOf(schema).toBuffer(body);
}

/** Fields and what they hold, as a client wrote them. Throws when the bytes are not of this schema. */
export function decodeEvent(schema: AvroRecord, payload: Buffer): Map<string, Value> {
  const decoded = typeOf(schema).fromBuffer(payload) as Record<string, unknown>;
  return new Map(
    schema.fields.map((field) => [field.name, fromAvro(field, decoded[field.name] ?? null)]),
  );
}

function toAvro(whole: AvroRecord, record: AvroRecord, values: EventValues) {
  const written: Record<string, unknown> = {};
  for (const field of record.fields) {
    const value = values[field.name] ?? null;
    const inner = typeof value === 'object' && value !== null ? recordIn(whole, field) : undefined;
    written[field.name] = inner
      ? toAvro(whole, inner, value as EventValues)
      : toNumber(field, value as Value);
  }
  return written;
}

/** Numbers are kept as decimal texts, times as ISO texts; in Avro both are numbers. */
function toNumber({ type }: AvroField, value: Value): unknown {
  if (typeof value !== 'string') return value;
  const kinds = [type].flat();
  if (kinds.includes('long')) return Date.parse(value);
  return kinds.includes('double') || kinds.includes('int') ? Number(value) : value;
}

function fromAvro({ doc }: AvroField, value: unknown): Value {
  if (typeof value === 'bigint') {
    const time = new Date(Number(value)).toISOString();
    return doc?.includes(':DateOnly') ? time.slice(0, 10) : `${time.slice(0, 19)}.000Z`;
  }
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

import type { AvroField, AvroRecord } from './avro-schema.ts';

/**
 * Field names as events carry them in Avro: one hexadecimal number whose bit n stands for the nth
 * field of the schema, then `n-0x..` for each compound field n with the bits of its parts.
 */
export function toBitmaps(schema: AvroRecord, paths: string[]): string[] {
  const top: number[] = [];
  const nested = new Map<number, number[]>();
  for (const path of paths) {
    const [name = '', part] = path.split('.');
    const place = schema.fields.findIndex((field) => field.name === name);
    const field = schema.fields[place];
    if (!field) continue;
    if (part === undefined) {
      top.push(place);
      continue;
    }
    const at = recordIn(schema, field)?.fields.findIndex((inner) => inner.name === part) ?? -1;
    if (at >= 0) nested.set(place, [...(nested.get(place) ?? []), at]);
  }
  return [
    ...(top.length > 0 ? [hex(top)] : []),
    ...[...nested]
      .sort(([one], [other]) => one - other)
      .map(([place, bits]) => `${place}-${hex(bits)}`),
  ];
}

/** Whole bytes, the lowest bit at the right end. */
function hex(bits: number[]): string {
  const digits = bits
    .reduce((sum, bit) => sum | (1n << BigInt(bit)), 0n)
    .toString(16)
    .toUpperCase();
  return `0x${digits.length % 2 === 1 ? '0' : ''}${digits}`;
}

/** The record among the types a field may have; a name stands for one spelled out elsewhere. */
export function recordIn(schema: AvroRecord, field: AvroField): AvroRecord | undefined {
  for (const type of Array.isArray(field.type) ? field.type : [field.type]) {
    if (typeof type === 'object' && 'fields' in type) return type;
    if (typeof type === 'string' && type.includes('.')) {
      const name = type.split('.').at(-1);
      for (const other of schema.fields) {
        if (other === field || !Array.isArray(other.type)) continue;
        const found = other.type.find(
          (one): one is AvroRecord => typeof one === 'object' && 'fields' in one,
        );
        if (found?.name === name) return found;
      }
    }
  }
  return undefined;
}

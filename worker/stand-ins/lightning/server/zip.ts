import { crc32 } from 'node:zlib';

/** An archive of text files, without compression: what a deploy takes. */
export function zipOf(files: Record<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    const common = Buffer.concat([shorts(20, 0, 0, 0, 0x21), sizes, shorts(path.length, 0)]);
    const local = Buffer.concat([signature(0x04034b50), common, path, content]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(offset);
    const rest = Buffer.concat([shorts(0, 0, 0, 0, 0), place]);
    entries.push(Buffer.concat([signature(0x02014b50), shorts(20), common, rest, path]));
    bodies.push(local);
    offset += local.length;
  }
  return Buffer.concat([...bodies, ...entries, endOf(entries, offset)]);
}

function endOf(entries: Buffer[], offset: number): Buffer {
  const size = entries.reduce((sum, entry) => sum + entry.length, 0);
  const places = Buffer.alloc(8);
  places.writeUInt32LE(size, 0);
  places.writeUInt32LE(offset, 4);
  const counts = shorts(0, 0, entries.length, entries.length);
  return Buffer.concat([signature(0x06054b50), counts, places, shorts(0)]);
}

function shorts(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) buffer.writeUInt16LE(value, at * 2);
  return buffer;
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}

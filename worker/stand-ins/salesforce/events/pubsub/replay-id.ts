/** A position as subscribers get it: eight bytes they are not meant to look into. */
export function toBytes(position: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(position));
  return bytes;
}

/** Undefined when the bytes are no position. */
export function fromBytes(bytes: Uint8Array): number | undefined {
  if (bytes.length !== 8) return undefined;
  const position = Buffer.from(bytes).readBigUInt64BE();
  return position <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(position) : undefined;
}

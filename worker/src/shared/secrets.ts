import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';

/**
 * Secrets at rest are JWE compact texts (`dir`, A256GCM). The key id travels in the header, so a
 * new key can encrypt while older ones still open what they closed; the org's id does too, so that
 * one org's secret, copied to another org's row, does not open there.
 */
export interface Vault {
  seal(org: string, secrets: unknown): Promise<string>;
  open(org: string, sealed: string): Promise<unknown>;
  /** True when `sealed` was closed with the current key. */
  isCurrent(sealed: string): boolean;
}

export function createVault(keys: { kid: string; key: Uint8Array }[]): Vault {
  const current = keys[0];
  if (!current) throw new Error('A vault needs at least one key: set CARTBRIDGE_KEYS.');

  return {
    seal: (org, secrets) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(secrets)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current.kid, org })
        .encrypt(current.key),
    async open(org, sealed) {
      const header = decodeProtectedHeader(sealed);
      const found = keys.find(({ kid }) => kid === header.kid);
      if (!found) {
        throw new Error(
          `No key "${String(header.kid)}" in CARTBRIDGE_KEYS: add it back, or connect again.`,
        );
      }
      if (header.org !== org) {
        throw new Error('This secret belongs to another org: connect this org again.');
      }
      const { plaintext } = await compactDecrypt(sealed, found.key).catch((cause: unknown) => {
        throw new Error(
          `Key "${found.kid}" does not open this secret: it was changed, or the key was. Connect again.`,
          { cause },
        );
      });
      return JSON.parse(new TextDecoder().decode(plaintext)) as unknown;
    },
    isCurrent: (sealed) => decodeProtectedHeader(sealed).kid === current.kid,
  };
}

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createVault } from '../../src/shared/secrets.ts';

const OLD = { kid: '2025', key: randomBytes(32) };
const NEW = { kid: '2026', key: randomBytes(32) };
const SECRETS = { accessToken: 'hush-hush', clientSecrets: ['a', 'b'], number: 1.5, none: null };

/** The five parts of a JWE, with one of them changed. */
function withPart(sealed: string, index: number, change: (part: string) => string): string {
  return sealed
    .split('.')
    .map((part, at) => (at === index ? change(part) : part))
    .join('.');
}

function flipFirst(part: string): string {
  return (part.startsWith('A') ? 'B' : 'A') + part.slice(1);
}

describe('a vault', () => {
  it('opens what it closed', async () => {
    const vault = createVault([NEW]);
    expect(await vault.open('org-1', await vault.seal('org-1', SECRETS))).toEqual(SECRETS);
  });

  it('shows nothing of the secrets, nor that two are alike', async () => {
    const vault = createVault([NEW]);
    const sealed = await vault.seal('org-1', SECRETS);
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(parts.join() + sealed).not.toContain('hush');
    expect(await vault.seal('org-1', SECRETS)).not.toBe(sealed);
  });

  it('closes with its first key and opens with the older ones too', async () => {
    const sealedBefore = await createVault([OLD]).seal('org-1', SECRETS);
    const vault = createVault([NEW, OLD]);
    const sealedNow = await vault.seal('org-1', SECRETS);

    expect(await vault.open('org-1', sealedBefore)).toEqual(SECRETS);
    expect(await createVault([NEW]).open('org-1', sealedNow)).toEqual(SECRETS);
    expect([vault.isCurrent(sealedBefore), vault.isCurrent(sealedNow)]).toEqual([false, true]);
  });

  it('says which key is missing and what to do', async () => {
    const sealed = await createVault([OLD]).seal('org-1', SECRETS);
    await expect(createVault([NEW]).open('org-1', sealed)).rejects.toThrow(
      'No key "2025" in CARTBRIDGE_KEYS: add it back, or connect again.',
    );
  });

  it('does not open one org’s secret for another', async () => {
    const vault = createVault([NEW]);
    const sealed = await vault.seal('org-1', SECRETS);
    await expect(vault.open('org-2', sealed)).rejects.toThrow(/another org.*connect/);
  });

  it('does not open a secret whose org was rewritten', async () => {
    const vault = createVault([NEW]);
    const sealed = await vault.seal('org-1', SECRETS);
    const forged = withPart(sealed, 0, (header) => {
      const text = Buffer.from(header, 'base64url').toString().replace('org-1', 'org-2');
      return Buffer.from(text).toString('base64url');
    });
    await expect(vault.open('org-2', forged)).rejects.toThrow(/was changed/);
  });

  it.each([
    ['initialization vector', 2],
    ['ciphertext', 3],
    ['tag', 4],
  ])('does not open a secret whose %s was tampered with', async (_, index) => {
    const vault = createVault([NEW]);
    const sealed = await vault.seal('org-1', SECRETS);
    await expect(vault.open('org-1', withPart(sealed, index, flipFirst))).rejects.toThrow(
      'Key "2026" does not open this secret: it was changed, or the key was. Connect again.',
    );
  });

  it('does not open with another key of the same name', async () => {
    const sealed = await createVault([NEW]).seal('org-1', SECRETS);
    const vault = createVault([{ kid: NEW.kid, key: randomBytes(32) }]);
    await expect(vault.open('org-1', sealed)).rejects.toThrow(/the key was/);
  });

  it('cannot be without a key', () => {
    expect(() => createVault([])).toThrow(/set CARTBRIDGE_KEYS/);
  });
});

import { createPublicKey } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeState } from '../../../scripts/lib/fresh.ts';
import { stackSecrets } from '../../../scripts/lib/secrets.ts';
import { lockHome } from '../../../scripts/lib/start-lock.ts';
import { readStartOptions } from '../../../scripts/lib/start-options.ts';
import { readSettings } from '../../src/shared/settings.ts';

describe('the folder of a local stack', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'cartbridge-test-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('keeps its secrets over starts, for its owner alone', () => {
    const first = stackSecrets(home);

    expect(stackSecrets(home)).toEqual(first);
    expect(statSync(join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('has secrets that the worker and the local org accept', () => {
    const { keys, salesforce } = stackSecrets(home);
    const settings = readSettings({ DATABASE_URL: 'postgres://x', CARTBRIDGE_KEYS: keys });

    expect(settings.keys[0]?.key).toHaveLength(32);
    expect(createPublicKey(salesforce.publicKeyPem).asymmetricKeyType).toBe('rsa');
    expect(salesforce.adminToken).toMatch(/^00D[A-Za-z0-9]{15}![A-Za-z0-9._]+$/);
  });

  it('gains the secrets of a shop that came later, and keeps the others', () => {
    const { clarity, ...before } = stackSecrets(home);
    writeFileSync(join(home, 'secrets.json'), JSON.stringify(before));

    const now = stackSecrets(home);
    expect(now).toMatchObject(before);
    expect(now.clarity.webhookSecret).toMatch(/^whsec_/);
    expect(now.clarity.webhookSecret).not.toBe(clarity.webhookSecret);
    expect(stackSecrets(home)).toEqual(now);
  });

  it('is forgotten by a fresh start, all but the private Node', () => {
    const { keys } = stackSecrets(home);
    writeFileSync(join(home, 'salesforce.jsonl'), '');
    writeFileSync(join(home, 'package-brought.json'), '');
    mkdirSync(join(home, 'packages'));
    writeFileSync(join(home, 'node'), '');

    expect(removeState(home)).toBe(true);
    expect(readdirSync(home)).toEqual(['node']);
    expect(removeState(home)).toBe(false);
    expect(stackSecrets(home).keys).not.toBe(keys);
  });

  it('can be taken again when whoever took it is gone', () => {
    writeFileSync(join(home, 'start.pid'), '999999999');
    const unlock = lockHome(home);
    expect(readFileSync(join(home, 'start.pid'), 'utf8')).toBe(String(process.pid));
    unlock();

    expect(readdirSync(home)).toEqual([]);
  });
});

describe('the arguments of npm start', () => {
  it('are a first port and whether to begin anew', () => {
    expect(readStartOptions([])).toEqual({ fresh: false, port: 4700 });
    expect(readStartOptions(['--fresh', '--port', '4800'])).toEqual({ fresh: true, port: 4800 });
  });

  it.each([['--port', 'abc'], ['--port', '65533'], ['--port', '-1'], ['--prot'], ['now']])(
    'that make no sense are answered with the usage: %s %s',
    (...args) => {
      expect(() => readStartOptions(args)).toThrow(/Usage: npm start/);
    },
  );
});

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removePostgresData } from './postgres.ts';

/** What a start keeps between runs; the private Node and npm beside it stay. */
const STATE = [
  'postgres',
  'postgres-id',
  'postgres-password',
  'secrets.json',
  'salesforce-apps.json',
  'salesforce.jsonl',
  'package-brought.json',
  'packages',
  'hub.jsonl',
  'bigcommerce.jsonl',
  'clarity.jsonl',
  'engagement.jsonl',
  'logs',
];

/** Forgets everything a local stack remembers; returns whether there was anything. */
export function removeState(home: string): boolean {
  const present = STATE.filter((name) => readdirSync(home).includes(name));
  if (present.length === 0) return false;
  removePostgresData(home);
  for (const name of STATE) rmSync(join(home, name), { recursive: true, force: true });
  return true;
}

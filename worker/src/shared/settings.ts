import { z } from 'zod';

/** The worker's settings; the only place that reads the environment. */
export interface Settings {
  databaseUrl: string;
  /** Encryption keys for secrets, `<kid>:<base64url of 32 bytes>`; the first one encrypts. */
  keys: { kid: string; key: Uint8Array }[];
  port: number;
  logLevel: string;
}

const KEY = /^([A-Za-z0-9_-]+):([A-Za-z0-9_-]{43})$/;

const environment = z.object({
  DATABASE_URL: z.string({ error: 'is missing: the PostgreSQL connection string' }).min(1),
  CARTBRIDGE_KEYS: z
    .string({ error: 'is missing: make one with `node scripts/make-key.ts`' })
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every((part) => KEY.test(part)), {
      error: 'must be `<kid>:<base64url of 32 bytes>`, several separated by commas',
    })
    .transform((parts) => parts.map(toKey)),
  PORT: z.coerce.number().int().min(0).max(65535).default(4700),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

function toKey(part: string): { kid: string; key: Uint8Array } {
  const [kid = '', key = ''] = part.split(':');
  return { kid, key: Buffer.from(key, 'base64url') };
}

/** Reads and checks the environment; a bad one throws a single readable message. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const read = environment.safeParse(env);
  if (!read.success) {
    // Names and what is wrong with them, never the values: they are secrets.
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new Error(`The environment is not complete:\n${lines.join('\n')}`);
  }
  return {
    databaseUrl: read.data.DATABASE_URL,
    keys: read.data.CARTBRIDGE_KEYS,
    port: read.data.PORT,
    logLevel: read.data.LOG_LEVEL,
  };
}

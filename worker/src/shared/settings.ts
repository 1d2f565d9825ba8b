import { z } from 'zod';

/** The worker's settings; the only place that reads the environment. */
export interface Settings {
  databaseUrl: string;
  /** Encryption keys for secrets, `<kid>:<base64url of 32 bytes>`; the first one encrypts. */
  keys: { kid: string; key: Uint8Array }[];
  port: number;
  logLevel: string;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const KEY = /^([A-Za-z0-9_-]+):([A-Za-z0-9_-]{43})$/;

const environment = z.object({
  DATABASE_URL: z
    .string({ error: 'is missing: the PostgreSQL connection string' })
    // Checked here, for the runtime's own message about a bad URL repeats it with its password.
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
      error: 'must be a PostgreSQL connection string: postgres://user:password@host:port/database',
    }),
  CARTBRIDGE_KEYS: z
    .string({ error: 'is missing: make one with `node scripts/make-key.ts`' })
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every((part) => KEY.test(part)), {
      error: 'must be `<kid>:<base64url of 32 bytes>`, several separated by commas',
    })
    .transform((parts) => parts.map(toKey))
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, {
      error: 'names two keys alike: give each a kid of its own',
    }),
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'must be a port number: 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65535, { error: 'must be a port number: 0 to 65535' })
    .default(4700),
  LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(', ')}` }).default('info'),
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

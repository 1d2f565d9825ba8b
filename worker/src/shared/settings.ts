import { z } from 'zod';

/** The worker's settings; the only place that reads the environment. */
export interface Settings {
  databaseUrl: string;
  /** Encryption keys for secrets, `<kid>:<base64url of 32 bytes>`; the first one encrypts. */
  keys: { kid: string; key: Uint8Array }[];
  port: number;
  logLevel: string;
  /** Where people and shops reach the web process; an origin, without a slash at its end. */
  workerUrl: string;
  salesforce: SalesforceSettings;
  /** Where stores are asked, their path left out. */
  bigcommerceUrl: string;
  /** Absent: suggestions are ranked without a model. */
  inference?: InferenceSettings;
}

/** An OpenAI-compatible endpoint, under the names Heroku's Managed Inference gives. */
export interface InferenceSettings {
  /** An origin, without a slash at its end. */
  url: string;
  key: string;
  modelId: string;
}

/** The app by which people sign in to Salesforce on the worker's pages. */
export interface SalesforceSettings {
  /** Absent: nobody can sign in there. */
  clientId: string | undefined;
  /** Absent for an app that asks for none. */
  clientSecret: string | undefined;
  loginUrl: string;
  /** Where the screens are, besides the addresses of Salesforce itself. */
  lightningUrl: string | undefined;
  /** `host:port` of the Pub/Sub API; Salesforce's own when absent. */
  pubSubEndpoint: string | undefined;
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const KEY = /^([A-Za-z0-9_-]+):([A-Za-z0-9_-]{43})$/;

/** Set to nothing is not set: app stores fill in every variable they know. */
const optional = <Shape extends z.ZodType>(shape: Shape) =>
  z.preprocess((text) => (text === '' ? undefined : text), shape);

const origin = z
  .string()
  .refine(isOrigin, { error: 'must be an address such as https://worker.example.com' })
  .transform((text) => new URL(text).origin);

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
  WORKER_URL: optional(origin.optional()),
  SALESFORCE_CLIENT_ID: optional(z.string().optional()),
  SALESFORCE_CLIENT_SECRET: optional(z.string().optional()),
  SALESFORCE_LOGIN_URL: optional(origin.default('https://login.salesforce.com')),
  LIGHTNING_URL: optional(origin.optional()),
  SALESFORCE_PUBSUB_ENDPOINT: optional(
    z
      .string()
      .regex(/^[A-Za-z0-9.-]+:\d+$/, {
        error: 'must be host and port, such as api.pubsub.salesforce.com:7443',
      })
      .optional(),
  ),
  BIGCOMMERCE_URL: optional(origin.default('https://api.bigcommerce.com')),
  INFERENCE_URL: optional(origin.optional()),
  INFERENCE_KEY: optional(z.string().optional()),
  INFERENCE_MODEL_ID: optional(z.string().optional()),
});

/** Secrets go there: nothing in the open but on this machine, and no path that would be cut off. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(text);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const rest = [pathname.replace(/^\/$/, ''), search, hash, username, password].join('');
  return rest === '' && (protocol === 'https:' || (protocol === 'http:' && local));
}

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
  const { data } = read;
  return {
    databaseUrl: data.DATABASE_URL,
    keys: data.CARTBRIDGE_KEYS,
    port: data.PORT,
    logLevel: data.LOG_LEVEL,
    workerUrl: data.WORKER_URL ?? `http://localhost:${data.PORT}`,
    salesforce: {
      clientId: data.SALESFORCE_CLIENT_ID,
      clientSecret: data.SALESFORCE_CLIENT_SECRET,
      loginUrl: data.SALESFORCE_LOGIN_URL,
      lightningUrl: data.LIGHTNING_URL,
      pubSubEndpoint: data.SALESFORCE_PUBSUB_ENDPOINT,
    },
    bigcommerceUrl: data.BIGCOMMERCE_URL,
    ...inferenceOf(data),
  };
}

/** An endpoint that is only half named is none. */
function inferenceOf(data: z.output<typeof environment>): Pick<Settings, 'inference'> {
  const { INFERENCE_URL: url, INFERENCE_KEY: key, INFERENCE_MODEL_ID: modelId } = data;
  return url && key && modelId ? { inference: { url, key, modelId } } : {};
}

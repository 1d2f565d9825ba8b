import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a local stack needs to know and nobody else: made once, kept beside its data. */
export interface StackSecrets {
  /** The worker's CARTBRIDGE_KEYS. */
  keys: string;
  salesforce: {
    adminToken: string;
    /** The connected app by which the worker signs in. */
    clientId: string;
    privateKeyPem: string;
    publicKeyPem: string;
  };
  bigcommerce: {
    storeHash: string;
    accessToken: string;
    clientId: string;
    clientSecret: string;
  };
  clarity: {
    clientId: string;
    clientSecret: string;
    apiKey: string;
    webhookSecret: string;
  };
}

/** Reads `<home>/secrets.json` (mode 600); makes it, or what it lacks, at the first call. */
export function stackSecrets(home: string): StackSecrets {
  const file = join(home, 'secrets.json');
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<StackSecrets>)
    : {};
  // A file of an earlier version knows nothing of shops that came later.
  if (isWhole(kept)) return kept;
  const secrets = { ...makeSecrets(), ...kept };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function isWhole(kept: Partial<StackSecrets>): kept is StackSecrets {
  return Boolean(kept.keys && kept.salesforce && kept.bigcommerce && kept.clarity);
}

/** In the shapes of the originals, since clients check them. */
function makeSecrets(): StackSecrets {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    keys: `local:${randomBytes(32).toString('base64url')}`,
    salesforce: {
      adminToken: `00DCb0000000001MAA!${randomBytes(48).toString('hex')}`,
      clientId: `3MVG9${randomBytes(40).toString('hex')}`,
      privateKeyPem: privateKey,
      publicKeyPem: publicKey,
    },
    bigcommerce: {
      storeHash: randomBytes(5).toString('hex'),
      accessToken: randomBytes(16).toString('hex').slice(0, 31),
      clientId: randomBytes(16).toString('hex').slice(0, 31),
      clientSecret: randomBytes(32).toString('hex'),
    },
    clarity: {
      clientId: `cartbridge-${randomBytes(4).toString('hex')}`,
      clientSecret: randomBytes(32).toString('base64url'),
      apiKey: randomBytes(24).toString('base64url'),
      webhookSecret: `whsec_${randomBytes(32).toString('base64')}`,
    },
  };
}

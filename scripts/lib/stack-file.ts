import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tellWatchdog } from './watchdog.ts';

export interface LocalBigCommerce {
  apiUrl: string;
  storeHash: string;
  accessToken: string;
  clientId: string;
  clientSecret: string;
}

export interface LocalClarity {
  /** "/v1" and "/oauth/token" follow. */
  apiUrl: string;
  /** As its events name it. */
  shopId: string;
  clientId: string;
  clientSecret: string;
  apiKey: string;
  /** `whsec_…`: what it signs its events with at first. */
  webhookSecret: string;
}

/** How a program on this machine reaches a running local stack. */
export interface StackDescription {
  worker: { url: string };
  salesforce: {
    instanceUrl: string;
    /** Host and port of the Pub/Sub API, whose certificate is self-signed. */
    pubSubEndpoint: string;
    /** The administrator's. */
    accessToken: string;
    apiVersion: string;
    namespace: string;
    /** The worker's connected app and user. */
    clientId: string;
    username: string;
  };
  /** Each shop is absent in stacks without it. */
  bigcommerce?: LocalBigCommerce;
  clarity?: LocalClarity;
  /** The Account Engagement business unit next to the org; absent in stacks without one. */
  engagement?: { url: string; businessUnitId: string };
  /** The org's screens in a browser; absent in stacks without them. */
  lightning?: { url: string };
}

export function bigcommerceOf({ bigcommerce }: StackDescription): LocalBigCommerce {
  if (!bigcommerce) throw new Error('This stack runs without a BigCommerce store.');
  return bigcommerce;
}

export function clarityOf({ clarity }: StackDescription): LocalClarity {
  if (!clarity) throw new Error('This stack runs without a Clarity shop.');
  return clarity;
}

/** Appears whole or not at all, and only for its owner: it holds tokens. */
export function writeStackFile(home: string, description: StackDescription): string {
  const file = join(home, 'stack.json');
  // A killed start must not leave an invitation to a stack that is gone.
  tellWatchdog({ remove: file });
  writeFileSync(`${file}.new`, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return file;
}

export function removeStackFile(home: string): void {
  rmSync(join(home, 'stack.json'), { force: true });
}

import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  startLightning,
  type LightningOptions,
  type LocalLightning,
} from '../../../stand-ins/lightning/start.ts';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { FIRST_BUILD_MS } from './build-kit.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures/package');

const ADMIN_TOKEN = '00Dadmin!token';

export interface Screens {
  org: LocalOrg;
  lightning: LocalLightning;
  /** The id of a contact Ada Lovelace, ada@example.com. */
  contactId: string;
  create(object: string, fields: object): Promise<string>;
  change(object: string, id: string, fields: object): Promise<void>;
}

/** An org with the package, and Lightning Experience before it: for a whole test file. */
export function startScreens(options: Partial<LightningOptions> = {}): Screens {
  const screens = {} as Screens;
  beforeAll(async () => {
    const org = await startSalesforce({ adminToken: ADMIN_TOKEN });
    const salesforce = { instanceUrl: org.url, accessToken: ADMIN_TOKEN };
    const lightning = await startLightning({ salesforce, source: FIXTURES, ...options });
    const write = async (method: string, path: string, fields: object) => {
      const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${path}`, {
        method,
        headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify(fields),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
      return text && (JSON.parse(text) as { id: string }).id;
    };
    const create = (object: string, fields: object) => write('POST', object, fields);
    const change = async (object: string, id: string, fields: object) => {
      await write('PATCH', `${object}/${id}`, fields);
    };
    // A contact of no account is its owner's secret.
    const AccountId = await create('Account', { Name: 'Analytical Engines' });
    const ada = { FirstName: 'Ada', LastName: 'Lovelace', Email: 'ada@example.com', AccountId };
    const contactId = await create('Contact', ada);
    Object.assign(screens, { org, lightning, create, change, contactId });
  }, FIRST_BUILD_MS);
  afterAll(async () => {
    await screens.lightning.close();
    await screens.org.close();
  });
  return screens;
}

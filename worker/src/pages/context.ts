import type { Platforms } from '../platforms/platform.ts';
import type { Pool } from '../shared/database/pool.ts';
import type { Log } from '../shared/log.ts';
import type { Vault } from '../shared/secrets.ts';
import type { Settings } from '../shared/settings.ts';
import type { Sessions } from './session.ts';

export interface PagesOptions {
  pool: Pool;
  vault: Vault;
  platforms: Platforms;
  settings: Pick<Settings, 'keys' | 'workerUrl' | 'salesforce' | 'bigcommerceUrl'>;
  log: Log;
}

/** What every page has at hand. */
export interface Context extends PagesOptions {
  sessions: Sessions;
}

import { migrate } from './shared/database/migrate.ts';
import { createLog } from './shared/log.ts';
import { readSettings } from './shared/settings.ts';

/** The release process: brings the database up to date before the new code starts. */
const settings = readSettings();
const log = createLog('release', settings.logLevel);
const applied = await migrate(settings.databaseUrl);
log.info({ applied }, 'release.migrated');

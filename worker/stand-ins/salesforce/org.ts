import type { Clock } from '../kit/clock.ts';
import type { Store } from '../kit/store.ts';
import type { Apps } from './oauth/apps.ts';
import type { Sessions } from './oauth/sessions.ts';
import { createApps } from './oauth/apps.ts';
import { createSessions } from './oauth/sessions.ts';
import { createDatabase, type Database } from './records/database.ts';
import { createRules, type Rules } from './records/rules.ts';
import { createAllowance, type Allowance } from './rest/allowance.ts';
import { createCursors, type Cursors } from './rest/cursors.ts';
import { loadSchema } from './schema/load.ts';
import type { Schema } from './schema/model.ts';
import { createNamespace, type Namespace } from './schema/namespace.ts';
import { readPermissionSets, type PermissionSet } from './schema/permission-sets.ts';
import type { Rights } from './schema/rights.ts';
import { seed, type Residents } from './seed.ts';

/** The org itself: what it holds and what it knows, whoever calls and by whatever route. */
export interface Org {
  clock: Clock;
  schema: Schema;
  namespace: Namespace;
  permissionSets: PermissionSet[];
  database: Database;
  rules: Rules;
  apps: Apps;
  sessions: Sessions;
  allowance: Allowance;
  cursors: Cursors;
  /** The ids of the organisation and of the users it begins with. */
  residents: Residents;
}

/** On whose behalf a record is read or written. */
export interface Caller {
  userId: string;
  rights: Rights;
  /** The request asked to save in spite of duplicate rules that only alert. */
  allowDuplicates: boolean;
}

/** Opens the org that the store remembers, or a new one when it remembers none. */
export function openOrg(
  store: Store,
  clock: Clock,
  options: { sourceFolder: string; namespace: string },
): Org {
  const namespace = createNamespace(options.namespace);
  const permissionSets = readPermissionSets(options.sourceFolder, namespace);
  const schema = loadSchema(options.sourceFolder, namespace, store.collection('key prefix'));
  const database = createDatabase(schema, store);
  const residents = seed(schema, database, store, clock, permissionSets, namespace.prefix);
  return {
    clock,
    schema,
    namespace,
    permissionSets,
    database,
    residents,
    rules: createRules(store),
    apps: createApps(store),
    sessions: createSessions(store, clock, residents.orgId),
    allowance: createAllowance(clock),
    cursors: createCursors(clock),
  };
}

import type { Clock } from '../kit/clock.ts';
import type { Store } from '../kit/store.ts';
import type { Apps } from './oauth/apps.ts';
import type { Sessions } from './oauth/sessions.ts';
import { createBulkJobs, type BulkJobs } from './bulk/jobs.ts';
import { createApps } from './oauth/apps.ts';
import { createSessions } from './oauth/sessions.ts';
import { createDatabase, type Database } from './records/database.ts';
import { createRules, type Rules } from './records/rules.ts';
import { createAllowance, type Allowance } from './rest/allowance.ts';
import { createCursors, type Cursors } from './rest/cursors.ts';
import { openCatalogue, type Catalogue } from './schema/catalogue.ts';
import { loadSchema } from './schema/load.ts';
import type { Schema } from './schema/model.ts';
import { createDeployments, type Deployments } from './metadata/deployments.ts';
import { createRetrievals, type Retrievals } from './metadata/retrievals.ts';
import { createNamespace, type Namespace } from './schema/namespace.ts';
import { readPermissionSets, type PermissionSet } from './schema/permission-sets.ts';
import { alignPermissionSets } from './schema/permission-set-rows.ts';
import type { Rights } from './schema/rights.ts';
import { readSources } from './metadata/source-folder.ts';
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
  bulkJobs: BulkJobs;
  /** The metadata from which the schema and the permission sets are made. */
  catalogue: Catalogue;
  deployments: Deployments;
  retrievals: Retrievals;
  /** Makes schema, tables and permission sets anew after the catalogue has changed. */
  reload(): void;
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
  options: { sourceFolder: string | undefined; namespace: string },
): Org {
  const namespace = createNamespace(options.namespace);
  const { sourceFolder } = options;
  const catalogue = openCatalogue(sourceFolder ? readSources(sourceFolder, namespace) : [], store);
  const described = describe(catalogue, store);
  const { schema, database, permissionSets } = described;
  const residents = seed(schema, database, store, clock, permissionSets, namespace.prefix);
  const org: Org = {
    clock,
    namespace,
    ...described,
    residents,
    catalogue,
    deployments: createDeployments(store, clock),
    retrievals: createRetrievals(store),
    reload() {
      const before = org.permissionSets;
      Object.assign(org, describe(catalogue, store));
      alignPermissionSets(org, before);
    },
    rules: createRules(store),
    apps: createApps(store),
    sessions: createSessions(store, clock, residents.orgId),
    allowance: createAllowance(clock),
    cursors: createCursors(clock),
    bulkJobs: createBulkJobs(store, clock),
  };
  return org;
}

function describe(catalogue: Catalogue, store: Store) {
  const components = catalogue.all();
  const schema = loadSchema(components, store.collection('key prefix'));
  const database = createDatabase(schema, store);
  return { schema, database, permissionSets: readPermissionSets(components) };
}

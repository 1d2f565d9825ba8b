import type { Clock } from '../kit/clock.ts';
import type { Store } from '../kit/store.ts';
import type { Apps } from './oauth/apps.ts';
import type { Codes } from './oauth/codes.ts';
import type { Sessions } from './oauth/sessions.ts';
import { createBulkJobs, type BulkJobs } from './bulk/jobs.ts';
import { createEvents, type Events } from './events/events.ts';
import { createApps } from './oauth/apps.ts';
import { createCodes } from './oauth/codes.ts';
import { createSessions } from './oauth/sessions.ts';
import { createDatabase, type Database } from './records/database.ts';
import { createConversionSettings, type ConversionSettings } from './people/settings.ts';
import { createRecycleBin, type RecycleBin } from './records/recycle-bin.ts';
import { bindComputed } from './records/computed.ts';
import { createRules, type Rules } from './records/rules.ts';
import { createSharingSettings, type SharingSettings } from './records/sharing-settings.ts';
import { createAllowance, type Allowance } from './rest/allowance.ts';
import { createTraffic, type Traffic } from './rest/traffic.ts';
import { createFeatures, type Features } from './schema/features/features.ts';
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
import { openPackaging, type Packaging, type PackagingOptions } from './packaging/packaging.ts';
import { hubOnlyObjects } from './tooling/hub-only.ts';
import { readSources } from './metadata/source-folder.ts';
import { seed, type Residents } from './seed.ts';
import { createRecent, type Recent } from './ui/recent.ts';

/** The org itself: what it holds and what it knows, whoever calls and by whatever route. */
export interface Org {
  clock: Clock;
  schema: Schema;
  namespace: Namespace;
  permissionSets: PermissionSet[];
  database: Database;
  rules: Rules;
  sharing: SharingSettings;
  recycleBin: RecycleBin;
  leadConversion: ConversionSettings;
  apps: Apps;
  codes: Codes;
  sessions: Sessions;
  allowance: Allowance;
  /** Requests that are being answered, how slowly, and how many there may be. */
  traffic: Traffic;
  features: Features;
  cursors: Cursors;
  bulkJobs: BulkJobs;
  /** What each user looked at last. */
  recent: Recent;
  /** Change events and platform events, and who listens to them. */
  events: Events;
  /** The metadata from which the schema and the permission sets are made. */
  catalogue: Catalogue;
  deployments: Deployments;
  retrievals: Retrievals;
  /** Packages that are made or installed here. */
  packaging: Packaging;
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
  /** What the request said of assignment rules: `TRUE`, `FALSE`; undefined where none are run. */
  assignment?: string;
  /** What else the request said about duplicate rules. */
  duplicates?: { includeRecordDetails: boolean; runAsCurrentUser: boolean };
}

/** Opens the org that the store remembers, or a new one when it remembers none. */
export function openOrg(
  store: Store,
  clock: Clock,
  options: { sourceFolder: string | undefined; namespace: string } & PackagingOptions,
): Org {
  const namespace = createNamespace(options.namespace);
  const { sourceFolder } = options;
  const catalogue = openCatalogue(sourceFolder ? readSources(sourceFolder, namespace) : [], store);
  const packaging = openPackaging(store, options);
  const features = createFeatures(store);
  const events = createEvents(store, clock, () => org);
  const described = describe(catalogue, store, packaging, events, features);
  const { schema, database, permissionSets } = described;
  const residents = seed(schema, database, store, clock, permissionSets);
  const org: Org = {
    clock,
    namespace,
    ...described,
    residents,
    catalogue,
    deployments: createDeployments(store, clock),
    retrievals: createRetrievals(store),
    packaging,
    reload() {
      const before = org.permissionSets;
      Object.assign(org, describe(catalogue, store, packaging, events, features));
      bindComputed(org);
      alignPermissionSets(org, before);
    },
    rules: createRules(store),
    sharing: createSharingSettings(store),
    recycleBin: createRecycleBin(store, clock),
    leadConversion: createConversionSettings(store),
    apps: createApps(store),
    codes: createCodes(store, clock),
    sessions: createSessions(store, clock, residents.orgId),
    allowance: createAllowance(clock),
    traffic: createTraffic(clock),
    features,
    cursors: createCursors(clock),
    bulkJobs: createBulkJobs(store, clock),
    recent: createRecent(store),
    events,
  };
  bindComputed(org);
  return org;
}

function describe(
  catalogue: Catalogue,
  store: Store,
  packaging: Packaging,
  events: Events,
  features: Features,
) {
  const components = catalogue.all();
  const schema = loadSchema(
    components,
    store.collection('key prefix'),
    packaging.isHub() ? hubOnlyObjects() : [],
    features,
  );
  const database = createDatabase(schema, store, events.hooks);
  return { schema, database, permissionSets: readPermissionSets(components) };
}

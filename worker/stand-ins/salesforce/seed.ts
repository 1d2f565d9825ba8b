import type { Clock } from '../kit/clock.ts';
import type { Store } from '../kit/store.ts';
import type { Database } from './records/database.ts';
import { seedLeadStatuses } from './people/lead-statuses.ts';
import { wholeSeconds } from './records/parse-value.ts';
import type { Value } from './records/row.ts';
import type { Schema } from './schema/model.ts';
import { setKey, setKeyOfRow, type PermissionSet } from './schema/permission-sets.ts';

/** Who and what is in the org from its first minute. */
export interface Residents {
  orgId: string;
  adminId: string;
  adminProfileId: string;
  workerId: string;
}

export const ADMIN_USERNAME = 'admin@local-org.example';
export const WORKER_USERNAME = 'worker@local-org.example';
const WORKER_PERMISSION_SET = 'Cartbridge_Worker';

/** Makes the organisation, its profiles, permission sets and two users, unless they exist. */
export function seed(
  schema: Schema,
  database: Database,
  store: Store,
  clock: Clock,
  permissionSets: PermissionSet[],
): Residents {
  const remembered = store.collection<Residents>('residents');
  const now = wholeSeconds(clock.now());

  function put(objectName: string, values: Record<string, Value>, by?: string): string {
    const object = schema.object(objectName);
    if (!object) throw new Error(`The schema lacks the standard object ${objectName}.`);
    const Id = database.newId(object);
    const stamps = { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
    const author = by ?? Id;
    database.put(object, {
      IsDeleted: false,
      ...stamps,
      CreatedById: author,
      LastModifiedById: author,
      ...values,
      Id,
    });
    return Id;
  }

  function ensurePermissionSets(by: string): void {
    const object = schema.object('PermissionSet');
    if (!object) return;
    const known = new Set(database.table(object).all().map(setKeyOfRow));
    for (const set of permissionSets.filter((one) => !known.has(setKey(one)))) {
      const values = { Name: set.name, Label: set.label, NamespacePrefix: set.namespace || null };
      const id = put('PermissionSet', { ...values, IsOwnedByProfile: false, IsCustom: true }, by);
      if (set.name !== WORKER_PERMISSION_SET) continue;
      put(
        'PermissionSetAssignment',
        { AssigneeId: remembered.get('all')?.workerId ?? null, PermissionSetId: id },
        by,
      );
    }
  }

  function ensureLeadStatuses(by: string): void {
    const stamps = { CreatedDate: now, LastModifiedDate: now, SystemModstamp: now };
    const authors = { CreatedById: by, LastModifiedById: by };
    seedLeadStatuses(schema, database, { ...stamps, ...authors });
  }

  const before = remembered.get('all');
  if (before) {
    ensurePermissionSets(before.adminId);
    ensureLeadStatuses(before.adminId);
    return before;
  }
  const user = (names: Record<string, Value>, profileId: string, by?: string): string =>
    put(
      'User',
      {
        ...names,
        Name: [names.FirstName, names.LastName].filter(Boolean).join(' '),
        Email: names.Username ?? null,
        IsActive: true,
        ProfileId: profileId,
        UserType: 'Standard',
        TimeZoneSidKey: 'GMT',
        LocaleSidKey: 'en_US',
        LanguageLocaleKey: 'en_US',
        EmailEncodingKey: 'UTF-8',
      },
      by,
    );
  const adminProfileId = put('Profile', { Name: 'System Administrator' });
  const adminId = user(
    { Username: ADMIN_USERNAME, FirstName: 'System', LastName: 'Administrator', Alias: 'admin' },
    adminProfileId,
  );
  const apiProfileId = put('Profile', { Name: 'Minimum Access - API Only Integrations' }, adminId);
  const workerId = user(
    { Username: WORKER_USERNAME, FirstName: 'Cartbridge', LastName: 'Worker', Alias: 'cbworker' },
    apiProfileId,
    adminId,
  );
  const orgId = put(
    'Organization',
    {
      Name: 'Local Org',
      InstanceName: 'LOCAL',
      IsSandbox: false,
      NamespacePrefix: null,
      OrganizationType: 'Developer Edition',
      LanguageLocaleKey: 'en_US',
      TimeZoneSidKey: 'GMT',
    },
    adminId,
  );
  const residents = { orgId, adminId, adminProfileId, workerId };
  remembered.set('all', residents);
  ensurePermissionSets(adminId);
  ensureLeadStatuses(adminId);
  return residents;
}

import type { Link } from '#mapping-engine';
import { findPaused, withoutPaused } from '../../deliver/paused-fields.ts';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import type { Pool, Queryable } from '../../shared/database/pool.ts';
import type { Failure } from '../../shared/failure.ts';
import type { OrgId, PersonId, RecordKey, SalesforceId } from '../../shared/ids.ts';
import type { CurrentMapping } from '../mapping/current-mapping.ts';

/** Records of a shop that point at people, and belong to a person directly or by their order. */
const OBJECTS = ['Order__c', 'Cart__c', 'Shipment__c', 'Return__c'];

interface Pointing {
  object: string;
  key: RecordKey;
  salesforceId: SalesforceId;
}

interface Target {
  object: 'Lead' | 'Contact' | 'Account' | null;
  id: SalesforceId | null;
  contactId: SalesforceId | null;
  accountId: SalesforceId | null;
}

/**
 * Of somebody who has no record any more. Salesforce empties what led to a deleted one; what leads to
 * a Lead that was converted before stays.
 */
const NOBODY: Target = { object: null, id: null, contactId: null, accountId: null };

/**
 * Points these records of one shop at what their person is now, by what the books remember of them:
 * the shop is not asked, so that what it no longer has moves along too. Lookups that led to what the
 * person was are emptied, which is done to our own objects alone. 1,000 records to an API call.
 * @returns why records could not be moved
 */
export async function moveLookups(
  pool: Pool,
  client: SalesforceClient,
  { compiled }: CurrentMapping,
  person: PersonId,
  keys: RecordKey[],
): Promise<Failure[]> {
  const target = (await targetOf(pool, person)) ?? NOBODY;
  const found = await pointing(pool, client.org.id, keys);
  const paused = await findPaused(pool, client.org.id);
  const rows = found.flatMap((record): Row | [] => {
    const mapped = compiled.target(record.object)?.target;
    const lookups = (mapped?.rows ?? [])
      .filter(({ off }) => off !== true)
      .flatMap(({ target: field, source }) => linkTo(field, source[0], target));
    const row = withoutPaused(toRow(record, lookups), paused);
    const isEmpty = Object.keys({ ...row.fields, ...row.references }).length === 0;
    return isEmpty ? [] : row;
  });
  if (rows.length === 0) return [];
  await doubt(pool, client.org.id, keys);
  const results = await writeRows(client, rows, {
    kind: 'record',
    ids: rows.flatMap((row) => ('id' in row.target ? row.target.id : [])),
  });
  return [...results.values()].flatMap((result) => (result.written ? [] : result.failure));
}

/** The look that follows writes them in full: only the shop's record knows all they point at. */
async function doubt(db: Queryable, org: OrgId, keys: RecordKey[]): Promise<void> {
  await db.query(
    `update cartbridge.written set fingerprint = ''
     where org_id = $1 and object = any($2) and external_id = any($3)`,
    [org, OBJECTS, keys],
  );
}

interface Lookup {
  field: string;
  /** Null: it is to lead nowhere. */
  id: SalesforceId | null;
}

function linkTo(
  field: string,
  source: string | undefined,
  { object, id, contactId, accountId }: Target,
): Lookup | [] {
  const contact = object === 'Contact' ? id : contactId;
  const ids: Partial<Record<Link | '@account', SalesforceId | null>> = {
    '@lead': object === 'Lead' ? id : null,
    // Which Contact is in a person account may not be known yet: then they stay as they are.
    ...((object !== 'Account' || contact !== null) && {
      '@contact': contact,
      '@person': contact ?? id,
    }),
    // What the order's company is may be known better than what the person's account is.
    ...(accountId !== null && { '@account': accountId }),
  };
  const to = ids[source as Link];
  return to === undefined ? [] : { field, id: to };
}

function toRow({ object, key, salesforceId }: Pointing, lookups: Lookup[]): Row {
  const references = lookups.flatMap(({ field, id }) =>
    id === null ? [] : [[field, { name: `moved:${id}`, by: { id } }] as const],
  );
  const emptied = lookups
    .filter(({ id }) => id === null)
    .map(({ field }) => [field, null] as const);
  return {
    ...{ object, key, target: { id: salesforceId } },
    fields: Object.fromEntries(emptied),
    references: Object.fromEntries(references),
  };
}

async function targetOf(db: Queryable, person: PersonId): Promise<Target | null> {
  const { rows } = await db.query<Target>(
    `select object, salesforce_id as id, contact_id as "contactId", account_id as "accountId"
     from cartbridge.person where id = $1 and salesforce_id is not null`,
    [person],
  );
  return rows[0] ?? null;
}

async function pointing(db: Queryable, org: OrgId, keys: RecordKey[]): Promise<Pointing[]> {
  const { rows } = await db.query<Pointing>(
    `select object, external_id as key, salesforce_id as "salesforceId"
     from cartbridge.written
     where org_id = $1 and object = any($2) and external_id = any($3)`,
    [org, OBJECTS, keys],
  );
  return rows;
}

import type { FieldValue, RowTrace } from '#mapping-engine';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { findPaused } from '../../deliver/paused-fields.ts';
import { describeObjects } from '../../deliver/salesforce/describe.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { SalesforceId, ShopId } from '../../shared/ids.ts';
import { findVersion, type MappingVersion } from '../../shared/mapping-versions.ts';
import { findPresent, type Present } from './before.ts';
import { isSame } from './field-changes.ts';
import { chooseTrace, traceRow } from './trace-row.ts';
import { findParentSource, findWrittenRecord, type WrittenRow } from './written-sources.ts';

/** Why a record has the values it has, for a screen (`Data__c` of a result of kind `Explanation`). */
export interface Explanation {
  record: { object: string; id: string; key: string | null };
  event: { scope: string; receivedAt: string } | null;
  source: { modifiedAt: string | null } | null;
  version: { number: number; author: string; reason: string; publishedAt: string } | null;
  writtenAt: string | null;
  fields: ExplainedField[];
  note?: string;
}

export interface ExplainedField {
  field: string;
  label: string;
  /** In Salesforce now. */
  value: FieldValue;
  /** What the mapping gave. */
  written: FieldValue;
  trace: RowTrace;
}

/**
 * Where the values of a record of Salesforce came from: the event, what the shop's record said, the
 * steps of the mapping version that was used, and when it was written. Costs two API calls.
 * @param field one field alone
 */
export async function explainRecord(
  pool: Pool,
  client: SalesforceClient,
  id: SalesforceId,
  field?: string,
): Promise<Explanation> {
  const row = await findWrittenRecord(pool, client.org.id, id);
  if (!row) return stranger(id);
  const source =
    row.source ??
    (row.parentKey ? await findParentSource(pool, client.org.id, row.parentKey) : null);
  const version = await versionOf(pool, row, source);
  const traced = version
    ? traceRow(version, row, source, await findPaused(pool, client.org.id))
    : null;
  const wanted = (traced ?? []).filter((one) => field === undefined || one.field === field);
  const fields = wanted.map((one) => one.field);
  const describes = await describeObjects(client, [row.object]);
  const target = { id };
  const asked = { object: row.object, key: row.key, target, fields: {}, references: {} };
  const present = (await findPresent(client, [{ row: asked, fields }], describes)).get(asked);
  const known = new Map(describes.get(row.object)?.fields.map((one) => [one.name, one]));
  const explained = wanted.map((one): ExplainedField => {
    const value = (present?.[one.field] ?? null) as FieldValue;
    const trace = chooseTrace(one, value, known.get(one.field)?.type);
    const label = known.get(one.field)?.label ?? one.field;
    return { field: one.field, label, value, written: trace.value, trace };
  });
  const changed = explained.filter((one) => isChanged(one, known.get(one.field)?.type));
  return {
    record: { object: row.object, id, key: row.key },
    event:
      row.eventScope && row.eventReceivedAt
        ? { scope: row.eventScope, receivedAt: row.eventReceivedAt.toISOString() }
        : null,
    source: source === null ? null : { modifiedAt: modifiedIn(source) },
    version: version && toVersion(version),
    writtenAt: row.writtenAt?.toISOString() ?? null,
    fields: explained,
    ...noteOf({ present, source, version, traced: traced !== null, changed }),
  };
}

function stranger(id: string): Explanation {
  return {
    record: { object: '', id, key: null },
    ...{ event: null, source: null, version: null, writtenAt: null, fields: [] },
    note: 'Cartbridge did not write this record, or no longer knows that it did.',
  };
}

async function versionOf(
  pool: Pool,
  { version, key }: WrittenRow,
  source: unknown,
): Promise<MappingVersion | null> {
  if (version === null) return null;
  const shop = (source as { shop?: { key?: string } } | null)?.shop?.key ?? key.split(':')[0];
  return (await findVersion(pool, (shop ?? '') as ShopId, version)) ?? null;
}

function isChanged({ value, written, trace }: ExplainedField, type: string | undefined): boolean {
  const isSaid = ['value', 'default', 'cleared'].includes(trace.outcome);
  return isSaid && !isSame(value, written, type);
}

function modifiedIn(source: unknown): string | null {
  const { order, cart, product } = source as Record<string, { modifiedAt?: unknown } | undefined>;
  const at = (order ?? product ?? cart)?.modifiedAt;
  return typeof at === 'string' ? at : null;
}

function toVersion({ number, author, reason, publishedAt }: MappingVersion) {
  return { number, author, reason, publishedAt: publishedAt.toISOString() };
}

function noteOf(known: {
  present: Present | undefined;
  source: unknown;
  version: MappingVersion | null;
  traced: boolean;
  changed: ExplainedField[];
}): { note?: string } {
  if (!known.present) return { note: 'Salesforce no longer has this record.' };
  if (!known.version) return { note: 'It was written before versions of the mapping were kept.' };
  if (known.source === null)
    return {
      note: 'What it was mapped from is not kept: it is kept for 90 days, and not of lines of an added object.',
    };
  if (!known.traced) return { note: 'That version of the mapping has no rows for this object.' };
  if (known.changed.length === 0) return {};
  const labels = known.changed.map(({ label }) => label).join(', ');
  return { note: `Changed in Salesforce since: ${labels}.` };
}

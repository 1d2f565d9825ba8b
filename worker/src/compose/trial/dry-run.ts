import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { describeObjects } from '../../deliver/salesforce/describe.ts';
import type { RuleVerdict } from '../../deliver/salesforce/find-duplicates.ts';
import type { Row } from '../../deliver/row.ts';
import { withoutNamespace } from '../../deliver/salesforce/namespace.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { asFailure, type Failure } from '../../shared/failure.ts';
import type { RecordKey } from '../../shared/ids.ts';
import type { CurrentMapping } from '../mapping/current-mapping.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import { findPresent } from './before.ts';
import { consider, knownIds, type Consideration } from './consider.ts';
import { askDuplicateRules } from './trial-duplicates.ts';
import { candidatesIn, findNames, linkedBefore, type Named } from './trial-people.ts';
import type { TrialRecord } from './trial-record.ts';
import { toTrialRecord, type Wanted } from './to-trial-record.ts';
import { tryRecords, type Tried } from './try-records.ts';

export interface DryRun {
  records: TrialRecord[];
  /** Salesforce calls: what going live would cost to read and to write, and what the trial took on top. */
  calls: { read: number; write: number; trial: number };
  /** The duplicate rules could not be asked; the rest stands. */
  duplicatesUnknown: Failure | null;
}

/**
 * What a mapping would make of some records of the shop, against the live org, writing nothing
 * anywhere. Beside what bringing them up to date reads, it costs three or four API calls: what the
 * worker's user may write, what is there now, who the people are, and what the duplicate rules say.
 */
export async function dryRun(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  mapping: CurrentMapping,
  wanted: Wanted[],
): Promise<DryRun> {
  const keys = [...new Set(wanted.map(({ key }) => key))];
  const tried = await tryRecords(pool, client, open, mapping, keys);
  const before = client.calls;
  const units = new Map(tried.told?.units.map((unit) => [unit.key, unit]));
  const rows = [...new Set([...units.values()].flatMap((unit) => unit.rows))];
  const describes = await describeObjects(client, [...new Set(rows.map(({ object }) => object))]);
  const drafts = rows.map((row) => consider(mapping.compiled, row, rowsAround(units, row), tried));
  const present = await findPresent(client, drafts, describes);
  const ids = await knownIds(pool, client.org.id, rows, present);
  const considered = new Map(
    drafts.map((draft) => [draft.row, draft.complete(present.get(draft.row), describes, ids)]),
  );
  const { verdicts, calls, failure } = await duplicatesOf(client, considered, describes);
  const names = await findNames(client, peopleToName(tried, verdicts, client.org.namespace));
  const people = [...(tried.told?.people.keys() ?? [])];
  const context = {
    ...{ tried, units, considered, verdicts, names },
    linked: await linkedBefore(pool, people),
    policy: client.org.settings,
    namespace: client.org.namespace,
  };
  return {
    records: wanted.map((one) => toTrialRecord(one, context)),
    calls: { ...tried.calls, trial: client.calls - before + calls },
    duplicatesUnknown: failure,
  };
}

function rowsAround(units: ReadonlyMap<RecordKey, { rows: Row[] }>, row: Row): Row[] {
  return [...units.values()].find(({ rows }) => rows.includes(row))?.rows ?? [row];
}

/** Where the org does not let the worker ask, everything else is still worth knowing. */
async function duplicatesOf(
  client: SalesforceClient,
  considered: ReadonlyMap<Row, Consideration>,
  describes: Awaited<ReturnType<typeof describeObjects>>,
): Promise<{ verdicts: Map<Row, RuleVerdict[]>; calls: number; failure: Failure | null }> {
  const writes = [...considered].map(([row, { write }]) => ({ row, write }));
  try {
    return { ...(await askDuplicateRules(client, writes, describes)), failure: null };
  } catch (error) {
    return { verdicts: new Map(), calls: 1, failure: asFailure(error) };
  }
}

function peopleToName(
  { told, outcomes }: Tried,
  verdicts: ReadonlyMap<Row, RuleVerdict[]>,
  namespace: string,
): Named[] {
  const linked = [...(told?.people.values() ?? [])].flatMap(({ link }) => link ?? []);
  const several = [...outcomes.values()].flatMap((outcome) =>
    outcome.result === 'failed' ? candidatesIn(outcome.failure) : [],
  );
  const matches = [...verdicts.values()].flat().flatMap((verdict) => verdict.matches);
  const found = matches.map(({ object, id }) => ({
    object: withoutNamespace(namespace, object),
    id,
  }));
  return [...linked, ...several, ...found];
}

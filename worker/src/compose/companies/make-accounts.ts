import { deliver } from '../../deliver/deliver.ts';
import { rowName, type Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { Failure, FailureKind } from '../../shared/failure.ts';
import type { RecordKey, SalesforceId } from '../../shared/ids.ts';
import type { Linked } from '../rows/links.ts';
import type { MappedRow, Mapper } from '../rows/map-row.ts';
import { accountOf, madeRow, type KeyedCompany } from './company-rows.ts';
import { duplicateAccount } from './duplicate-account.ts';

/** What became of a company that was to get an Account. */
export type Made =
  | { id: SalesforceId; isMade: boolean; problems: MappedRow['problems'] }
  | { refused: Failure }
  /** To be tried again: whoever is made without the account now would never get it. */
  | { later: Failure };

/** What passes by itself, or was another worker's doing. */
const PASSING: ReadonlySet<FailureKind> = new Set([
  ...(['salesforce_unavailable', 'salesforce_auth', 'salesforce_quota'] as const),
  ...(['record_locked', 'link_lost', 'person_busy', 'unexpected'] as const),
]);

/**
 * Makes the Accounts of companies nobody in Salesforce matches, those above before those below: one
 * API call for each level, most often one. Two workers who make the same one make one, for it is
 * upserted by its key. Where a duplicate rule knows a single account for it, that is the company's.
 * @param parents Accounts of companies that are there already, by key
 */
export async function makeAccounts(
  pool: Pool,
  client: SalesforceClient,
  mapper: Mapper,
  companies: KeyedCompany[],
  parents: ReadonlyMap<string, SalesforceId>,
): Promise<Map<RecordKey, Made>> {
  const made = new Map<RecordKey, Made>();
  const linkOf = (key: RecordKey): Linked => {
    const own = made.get(key);
    if (own && 'id' in own) return accountOf('@parent', own.id, own.isMade ? key : null);
    const id = parents.get(key);
    return id ? accountOf('@parent', id) : {};
  };
  for (const level of inLevels(companies)) {
    const rows = level.flatMap((company): { key: RecordKey; mapped: MappedRow } | [] => {
      const parent = company.parentKey === null ? {} : linkOf(company.parentKey);
      const mapped = madeRow(mapper, company, parent);
      return mapped ? { key: company.key, mapped } : [];
    });
    const units = rows.map(({ key, mapped }) => ({ key, rows: [mapped.row] }));
    const { units: results, ids } = await deliver(pool, client, units);
    for (const { key, mapped } of rows) {
      const result = results.get(key);
      const id = ids.get(rowName(mapped.row));
      if (result?.ok === false) made.set(key, await refusalOf(client, mapped, result.failure));
      else if (id) made.set(key, { id, isMade: true, problems: mapped.problems });
    }
  }
  return made;
}

async function refusalOf(
  client: SalesforceClient,
  { row, problems }: { row: Row; problems: MappedRow['problems'] },
  failure: Failure,
): Promise<Made> {
  if (PASSING.has(failure.kind)) return { later: failure };
  const id = failure.kind === 'duplicate_record' ? await duplicateAccount(client, row) : null;
  return id ? { id, isMade: false, problems } : { refused: failure };
}

/** Those above first. A circle, which no shop should have, ends with the rest as one level. */
function inLevels(companies: KeyedCompany[]): KeyedCompany[][] {
  const levels: KeyedCompany[][] = [];
  let rest = companies;
  while (rest.length > 0) {
    const keys = new Set<string>(rest.map(({ key }) => key));
    const free = rest.filter(({ parentKey }) => parentKey === null || !keys.has(parentKey));
    const level = free.length > 0 ? free : rest;
    levels.push(level);
    rest = rest.filter((company) => !level.includes(company));
  }
  return levels;
}

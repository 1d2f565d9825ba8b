import type { RowProblem } from '#mapping-engine';
import { deliver } from '../../deliver/deliver.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { Mapper } from '../rows/map-row.ts';
import { isKeyed, knownRow } from './company-rows.ts';
import { refusedAccount } from './company-troubles.ts';
import type { SettledCompany } from './settle-companies.ts';
import type { WantedCompany } from './wanted-companies.ts';

/**
 * Tells Accounts that are there what the mapping always says of a company, and those found by domain
 * or name their key. One API call where that is news, and one more where it is only said to blank
 * fields. A refusal keeps nobody waiting.
 */
export async function tellAccounts(
  pool: Pool,
  client: SalesforceClient,
  mapper: Mapper,
  wanted: WantedCompany[],
  settled: ReadonlyMap<string, SettledCompany>,
): Promise<RowProblem[]> {
  const rows = wanted.flatMap(({ book, company }) => {
    const one = settled.get(book);
    if (!isKeyed(company) || !one || !('how' in one) || one.how === 'made') return [];
    const mapped = knownRow(mapper, company, one.id, { isAdopted: one.how === 'adopted' });
    return mapped ? [{ key: company.key, mapped }] : [];
  });
  if (rows.length === 0) return [];
  const units = rows.map(({ key, mapped }) => ({ key, rows: [mapped.row] }));
  const { units: results } = await deliver(pool, client, units);
  return rows.flatMap(({ key, mapped }) => {
    const result = results.get(key);
    return result?.ok === false ? [refusedAccount(result.failure)] : mapped.problems;
  });
}

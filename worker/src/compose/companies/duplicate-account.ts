import { toRecord } from '../../deliver/batches.ts';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { findDuplicates } from '../../deliver/salesforce/find-duplicates.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceId } from '../../shared/ids.ts';

/**
 * The one Account that the org's duplicate rules hold a new one for; null where they mean several,
 * or none that the worker's user sees. One API call. Throws a Failure where Salesforce cannot say.
 */
export async function duplicateAccount(
  client: SalesforceClient,
  row: Row,
): Promise<SalesforceId | null> {
  const { namespace } = client.org;
  const plain = Object.entries(toRecord(row, namespace)).flatMap(([name, value]) =>
    name === 'attributes' || (typeof value === 'object' && value !== null) ? [] : [[name, value]],
  );
  const fields = Object.fromEntries(plain) as Record<string, string | number | boolean | null>;
  const object = withNamespace(namespace, row.object);
  const { verdicts } = await findDuplicates(client, [{ object, fields }]);
  const matches = verdicts.flat().flatMap((verdict) => verdict.matches);
  const ids = new Set(matches.flatMap((match) => (match.object === 'Account' ? match.id : [])));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

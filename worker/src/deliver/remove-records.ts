import type { SalesforceId } from '../shared/ids.ts';
import { COLLECTION_ROWS } from './batches.ts';
import { rowFailure } from './refusal.ts';
import { resultShape } from './row-result.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { runComposite, type Subrequest } from './salesforce/composite.ts';

/**
 * Deletes records of one object, a thousand to an API call; one that is gone already is as good as
 * deleted. Throws a Failure at the first that Salesforce keeps.
 */
export async function removeRecords(
  client: SalesforceClient,
  object: string,
  ids: SalesforceId[],
): Promise<void> {
  const requests: Subrequest[] = [];
  for (let start = 0; start < ids.length; start += COLLECTION_ROWS) {
    const some = ids.slice(start, start + COLLECTION_ROWS).join(',');
    requests.push({ method: 'DELETE', path: `/composite/sobjects?ids=${some}&allOrNone=false` });
  }
  for (const response of await runComposite(client, requests)) {
    if (!response.ok) throw response.failure;
    for (const { errors } of resultShape.parse(response.body)) {
      const [error] = errors;
      if (error && error.statusCode !== 'ENTITY_IS_DELETED') throw rowFailure({ object }, error);
    }
  }
}

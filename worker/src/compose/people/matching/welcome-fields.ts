import { callFailure } from '../../../deliver/salesforce/call-failure.ts';
import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';

/** Until when an org is not asked for fields that it withheld. */
const withheld = new WeakMap<SalesforceClient, number>();
const WITHHELD_MS = 10 * 60_000;

/**
 * Asks with the fields that are welcome, and without them where the worker's user may not see one:
 * fields of standard objects are for the org's admins to grant, and nobody's order waits for them.
 */
export async function withWelcome<Answer>(
  client: SalesforceClient,
  ask: (isWelcome: boolean) => Promise<Answer>,
): Promise<Answer> {
  const isWithheld = (withheld.get(client) ?? 0) > Date.now();
  try {
    return await ask(!isWithheld);
  } catch (error) {
    const failure = callFailure(error);
    if (isWithheld || failure.kind !== 'salesforce_setup') throw failure;
    const answer = await ask(false);
    withheld.set(client, Date.now() + WITHHELD_MS);
    return answer;
  }
}

import { toBatch, type Batch } from './batches.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { runComposite, type Subresponse } from './salesforce/composite.ts';

/** A Collections request and what Salesforce said to it. */
export interface Answered {
  batch: Batch;
  response: Subresponse;
}

/**
 * Salesforce reads a Collections request before it works on any of its rows, so that one value it
 * cannot read keeps all 200 out. Such a request is halved and sent again until the bad row stands
 * alone. When both first halves meet the same refusal it is not about one row, and is left as it is.
 */
export async function isolate(
  client: SalesforceClient,
  answered: Answered[],
  isFirst = true,
): Promise<Answered[]> {
  const unread = answered.filter(
    ({ batch, response }) => batch.rows.length > 1 && codeOf(response) !== null,
  );
  if (unread.length === 0) return answered;
  const halves = unread.map(({ batch }) => halve(batch, client.org.namespace));
  const responses = await runComposite(
    client,
    halves.flat().map(({ subrequest }) => subrequest),
  );
  const general: Answered[] = [];
  const split: Answered[] = [];
  unread.forEach((whole, index) => {
    const parts = pair(halves[index] ?? [], responses.slice(2 * index, 2 * index + 2));
    if (isFirst && isGeneral(whole, parts)) general.push(whole);
    else split.push(...parts);
  });
  const others = answered.filter((one) => !unread.includes(one));
  return [...others, ...general, ...(await isolate(client, split, false))];
}

/** Requests with their answers, in the order in which they were sent. */
export function pair(batches: Batch[], responses: Subresponse[]): Answered[] {
  return batches.map((batch, index) => {
    const response = responses[index];
    if (!response) throw new Error('Salesforce answered fewer subrequests than it was sent.');
    return { batch, response };
  });
}

function halve({ rows }: Batch, namespace: string): Batch[] {
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)].map((half) => toBatch(half, namespace));
}

/** Two rows that are each refused alone are two bad rows. */
function isGeneral({ batch, response }: Answered, halves: Answered[]): boolean {
  return (
    batch.rows.length > 2 && halves.every((half) => codeOf(half.response) === codeOf(response))
  );
}

function codeOf(response: Subresponse): string | null {
  return response.ok ? null : (response.unreadable?.code ?? null);
}

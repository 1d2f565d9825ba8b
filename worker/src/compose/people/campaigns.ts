import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { runComposite } from '../../deliver/salesforce/composite.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { PersonId, SalesforceId } from '../../shared/ids.ts';
import { creatingOf } from './creating.ts';

/** What one Collections request takes. */
const MOST = 200;

interface Due {
  id: PersonId;
  customerKey: string;
  object: 'Lead' | 'Contact';
  salesforceId: SalesforceId;
  campaignId: SalesforceId;
}

export interface Joined {
  added: number;
  /** Codes of Salesforce's refusals; those people stay due. */
  refused: string[];
}

/**
 * Adds people who were made to the campaign of the policy that made them: once, each with the status
 * it names. Who is in it already is added. Nobody's order waits for it: what Salesforce refuses stays
 * due. One API call, and none where nobody is due.
 */
export async function joinCampaigns(pool: Pool, client: SalesforceClient): Promise<Joined> {
  const { rows: due } = await pool.query<Due>(
    // Of a person account it is the Contact in it who is a member. In no order: whom Salesforce
    // refuses for good must not keep those behind them waiting.
    `select id, customer_key as "customerKey",
            case when object = 'Lead' then object else 'Contact' end as object,
            case when object = 'Account' then contact_id else salesforce_id end as "salesforceId",
            campaign_due as "campaignId"
     from cartbridge.person
     where org_id = $1 and campaign_due is not null
       and (object in ('Lead', 'Contact') or (object = 'Account' and contact_id is not null))
     order by random() limit ${MOST}`,
    [client.org.id],
  );
  if (due.length === 0) return { added: 0, refused: [] };
  const [response] = await runComposite(client, [
    {
      method: 'POST',
      path: '/composite/sobjects',
      body: { allOrNone: false, records: due.map((one) => memberOf(client, one)) },
    },
  ]);
  if (!response?.ok) return { added: 0, refused: [response?.failure.kind ?? 'unexpected'] };
  const results = response.body as { success: boolean; errors: { statusCode: string }[] }[];
  const codes = due.map((_, index) => {
    const code = results[index]?.errors[0]?.statusCode ?? null;
    return results[index]?.success || code === 'DUPLICATE_VALUE' ? null : (code ?? 'NO_RESULT');
  });
  const added = due.filter((_, index) => codes[index] === null);
  await pool.query('update cartbridge.person set campaign_due = null where id = any($1::uuid[])', [
    added.map(({ id }) => id),
  ]);
  return { added: added.length, refused: codes.filter((code) => code !== null) };
}

function memberOf(
  { org }: SalesforceClient,
  { object, salesforceId, campaignId, ...person }: Due,
): Record<string, unknown> {
  const { campaignStatus } = creatingOf(org.settings, person);
  return {
    attributes: { type: 'CampaignMember' },
    CampaignId: campaignId,
    [`${object}Id`]: salesforceId,
    ...(campaignStatus !== null && { Status: campaignStatus }),
  };
}

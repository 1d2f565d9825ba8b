import type { Org } from '../org.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import { objectNamed } from './converter.ts';

/**
 * What moves from a Lead to its Contact: tasks point at the Contact from now on, and a membership of
 * a campaign knows both. Whatever else points at the Lead keeps pointing at it.
 */
export function carryOver(org: Org, leadId: string, contactId: string): void {
  const SystemModstamp = wholeSeconds(org.clock.now());
  const change = (name: string, field: string, values: Record<string, string>): void => {
    const object = objectNamed(org, name);
    for (const row of org.database.table(object).find(field, leadId)) {
      if (row.IsDeleted !== true) org.database.put(object, { ...row, ...values, SystemModstamp });
    }
  };
  change('Task', 'WhoId', { WhoId: contactId });
  change('CampaignMember', 'LeadId', { ContactId: contactId });
}

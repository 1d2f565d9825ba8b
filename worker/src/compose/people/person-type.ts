import { personTypeOf } from '../../deliver/salesforce/person-accounts.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Org } from '../../shared/orgs.ts';
import type { Creating } from '../../shared/people-policy.ts';
import { objectOf } from './creating.ts';
import type { Person } from './person.ts';

/**
 * The org with the record type of person accounts where its policy makes some and names none: without
 * one Salesforce makes whatever its default is. Nothing is asked where none of these people is made so.
 */
export async function withPersonType(
  client: SalesforceClient,
  people: Iterable<Person>,
): Promise<Org> {
  const { org } = client;
  const { settings } = org;
  const isMade = [...people].some(
    (person) => person.link === null && objectOf(person, settings) === 'Account',
  );
  if (!isMade) return org;
  const { guest, registered } = settings.creating;
  const creating = {
    guest: await typed(client, guest),
    registered: await typed(client, registered),
  };
  return { ...org, settings: { ...settings, creating } };
}

async function typed(client: SalesforceClient, creating: Creating): Promise<Creating> {
  if (creating.as !== 'PersonAccount' || creating.recordTypeId !== null) return creating;
  return { ...creating, recordTypeId: await personTypeOf(client) };
}

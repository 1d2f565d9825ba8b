import type { SalesforceClient } from '../../../deliver/salesforce/client.ts';
import { withNamespace } from '../../../deliver/salesforce/namespace.ts';
import { list, queryAll } from '../../../deliver/salesforce/query.ts';
import type { SalesforceId } from '../../../shared/ids.ts';
import type { PersonObject } from '../person.ts';
import type { MatchKey } from './candidate.ts';
import { withWelcome } from './welcome-fields.ts';

/** How a candidate came into a review: by a key of the policy, or because a duplicate rule said so. */
export type MatchedBy = MatchKey | 'duplicateRule' | 'sameShopper';

/** A record in Salesforce that may be the shopper, as it stands beside the others in a review. */
export interface ReviewCandidate {
  id: SalesforceId;
  object: PersonObject;
  name: string;
  email: string | null;
  phone: string | null;
  company: string | null;
  customerKey: string | null;
  owner: string | null;
  createdAt: string | null;
  lastActivity: string | null;
  matchedBy: MatchedBy[];
}

export interface Suspect {
  id: SalesforceId;
  object: PersonObject;
  matchedBy: MatchedBy[];
}

const WELCOME = {
  Contact: ['Phone', 'Account.Name', 'Owner.Name', 'LastActivityDate'],
  Lead: ['Phone', 'Company', 'Owner.Name', 'LastActivityDate'],
};

/** More records than people can compare; the first ones tell enough. */
export const MOST_CANDIDATES = 20;

/**
 * What people need to see of records to tell who is who, by id; one API call for all of them.
 * Records the worker cannot read are not in the answer, and leads that were converted.
 */
export async function gatherEvidence(
  client: SalesforceClient,
  suspects: Suspect[],
): Promise<Map<SalesforceId, ReviewCandidate>> {
  const objects = (['Contact', 'Lead'] as const).filter((object) =>
    suspects.some((suspect) => suspect.object === object),
  );
  const key = withNamespace(client.org.namespace, 'Customer_Key__c');
  const answers = await withWelcome(client, (isWelcome) =>
    queryAll(
      client,
      objects.map((object) => {
        const ids = suspects.flatMap((suspect) => (suspect.object === object ? suspect.id : []));
        const fields = ['Id', 'Name', 'Email', key, 'CreatedDate'];
        const where = `Id IN ${list([...new Set(ids)])}`;
        return (
          `SELECT ${[...fields, ...(isWelcome ? WELCOME[object] : [])].join(', ')} ` +
          `FROM ${object} WHERE ${where}${object === 'Lead' ? ' AND IsConverted = false' : ''}`
        );
      }),
    ),
  );
  const matchedBy = new Map(suspects.map((suspect) => [suspect.id, suspect.matchedBy]));
  const found = answers.flatMap((records, index) =>
    records.map((record): ReviewCandidate => {
      const id = String(record.Id) as SalesforceId;
      return {
        ...{ id, object: objects[index] ?? 'Contact', name: textOf(record.Name) ?? id },
        email: textOf(record.Email),
        phone: textOf(record.Phone),
        company: textOf(record.Company) ?? textOf(partOf(record.Account, 'Name')),
        customerKey: textOf(record[key]),
        owner: textOf(partOf(record.Owner, 'Name')),
        createdAt: textOf(record.CreatedDate),
        lastActivity: textOf(record.LastActivityDate),
        matchedBy: matchedBy.get(id) ?? [],
      };
    }),
  );
  return new Map(found.map((candidate) => [candidate.id, candidate]));
}

function partOf(parent: unknown, field: string): unknown {
  return typeof parent === 'object' && parent !== null
    ? (parent as Record<string, unknown>)[field]
    : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

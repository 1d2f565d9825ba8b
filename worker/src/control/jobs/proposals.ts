import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { literal, queryAll } from '../../deliver/salesforce/query.ts';
import { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { Shop } from '../../shared/shops.ts';

/** A mapping that somebody put into Salesforce to be published. */
export interface Proposal {
  /** 18 characters, whatever the job gave. */
  id: SalesforceId;
  /** As it was typed or made; not checked at all. */
  definition: string;
  reason: string;
  author: string;
}

/** Reads a proposed version. Throws a Failure where there is none, or it is another shop's. */
export async function findProposal(
  client: SalesforceClient,
  id: SalesforceId,
  shop: Shop,
): Promise<Proposal> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const fields = ['Definition__c', 'Reason__c', 'Mapping__r.Mapping_Key__c'].map((path) =>
    path.split('.').map(named).join('.'),
  );
  const [records = []] = await queryAll(client, [
    `SELECT Id, CreatedBy.Name, ${fields.join(', ')} FROM ${named('Mapping_Version__c')} ` +
      `WHERE Id = ${literal(id)}`,
  ]);
  const [record] = records;
  const nextStep = 'Publish the mapping again from its screen.';
  if (!record) throw new Failure('mapping', 'The version to publish is not there.', { nextStep });
  const mapping = record[named('Mapping__r')] as Record<string, unknown> | null;
  if (mapping?.[named('Mapping_Key__c')] !== shop.id)
    throw new Failure('mapping', 'The version to publish is of another shop.', { nextStep });
  const author = record.CreatedBy as { Name?: string } | null;
  return {
    id: record.Id as SalesforceId,
    definition: textOf(record[named('Definition__c')]),
    reason: textOf(record[named('Reason__c')]),
    author: author?.Name ?? '',
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

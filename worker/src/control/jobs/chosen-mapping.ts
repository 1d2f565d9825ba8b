import { compileMapping, readMappingText, type Mapping } from '#mapping-engine';
import type { CurrentMapping } from '../../compose/mapping/current-mapping.ts';
import { ensureMapping } from '../../compose/mapping/current-mapping.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import { literal, queryAll } from '../../deliver/salesforce/query.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { findVersion, findVersionOf } from '../../shared/mapping-versions.ts';
import type { Shop } from '../../shared/shops.ts';

/** Which mapping of a shop is meant: a published version, the draft, or else the one that holds. */
export interface Choice {
  version?: number | undefined;
  draft?: boolean | undefined;
}

/** The chosen mapping, ready to be used. Throws a Failure where there is none, or it is none. */
export async function chosenMapping(
  pool: Pool,
  client: SalesforceClient,
  shop: Shop,
  { version, draft = false }: Choice,
): Promise<CurrentMapping> {
  const current = await ensureMapping(pool, shop);
  const chosen = version === undefined ? current : await findVersion(pool, shop.id, version);
  if (!chosen) {
    throw new Failure('mapping', `The shop has no mapping version ${String(version)}.`, {
      nextStep: 'Choose one of the published versions.',
    });
  }
  const { number, definition } = chosen;
  const drafted = draft ? await readDraft(client, shop) : null;
  return drafted
    ? { number: current.number + 1, compiled: compileMapping(drafted) }
    : { number, compiled: compileMapping(definition) };
}

/** The draft as it is saved in Salesforce; null where it is the same as what is published. */
export async function readDraft(client: SalesforceClient, shop: Shop): Promise<Mapping | null> {
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const [records = []] = await queryAll(client, [
    `SELECT ${named('Draft__c')} FROM ${named('Mapping__c')} ` +
      `WHERE ${named('Mapping_Key__c')} = ${literal(shop.id)}`,
  ]);
  const text = records[0]?.[named('Draft__c')];
  return typeof text === 'string' && text !== '' ? readText(text) : null;
}

/** The mapping of a version's record, published or not. Throws a Failure where there is none. */
export async function readVersionRecord(
  pool: Pool,
  client: SalesforceClient,
  id: SalesforceId,
): Promise<Mapping> {
  const published = await findVersionOf(pool, client.org.id, id);
  if (published) return published.definition;
  const named = (name: string): string => withNamespace(client.org.namespace, name);
  const [records = []] = await queryAll(client, [
    `SELECT ${named('Definition__c')} FROM ${named('Mapping_Version__c')} WHERE Id = ${literal(id)}`,
  ]);
  const text = records[0]?.[named('Definition__c')];
  if (typeof text === 'string') return readText(text, 'version');
  throw new Failure('mapping', 'This version of the mapping is not there.', {
    nextStep: 'Choose another one.',
  });
}

/** Throws a Failure that says where the text is no mapping. */
function readText(text: string, what = 'draft'): Mapping {
  const read = readMappingText(text);
  if ('mapping' in read) return read.mapping;
  const [first] = read.problems;
  throw new Failure(
    'mapping',
    `The ${what} is no mapping: ${first?.path ?? ''} ${first?.reason ?? ''}`,
    {
      nextStep: 'Open the mapping and correct the draft, or discard it.',
    },
  );
}

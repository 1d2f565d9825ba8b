import type { ObjectDescribe } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import {
  findDuplicates,
  type RuleVerdict,
  type Suspect,
} from '../../deliver/salesforce/find-duplicates.ts';
import { withNamespace } from '../../deliver/salesforce/namespace.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { TrialWrite } from './trial-record.ts';

/** The objects whose duplicate rules orgs use; asking costs a call for each. */
const RULED = new Set(['Lead', 'Contact', 'Account']);

/** A write that duplicate rules may have something to say of. */
export interface Doubtful {
  row: Row;
  write: TrialWrite;
}

/**
 * What the org's duplicate rules would say of writes. Of a record that is there they are asked only
 * where a field of Salesforce's own changes: a rule looks again only when what it matches on changes,
 * and nobody matches on fields that this package brought.
 */
export async function askDuplicateRules(
  client: SalesforceClient,
  writes: Doubtful[],
  describes: ReadonlyMap<string, ObjectDescribe>,
): Promise<{ verdicts: Map<Row, RuleVerdict[]>; calls: number }> {
  const asked = writes.filter(({ write }) => isDoubtful(write));
  const suspects = asked.map(({ write }) => toSuspect(client, write, describes.get(write.object)));
  const { verdicts, calls } = await findDuplicates(client, suspects);
  return { verdicts: new Map(asked.map(({ row }, index) => [row, verdicts[index] ?? []])), calls };
}

function isDoubtful({ object, action, fields }: TrialWrite): boolean {
  if (!RULED.has(object) || action === 'nothing') return false;
  if (action === 'create') return true;
  return fields.some(({ field, change }) => change === 'changed' && !field.endsWith('__c'));
}

function toSuspect(
  { org }: SalesforceClient,
  { object, id, fields }: TrialWrite,
  describe: ObjectDescribe | undefined,
): Suspect {
  // One field that is not there would refuse the whole call.
  const known = new Set(
    describe?.fields.flatMap(({ name, type }) => (type === 'reference' ? [] : name)),
  );
  const said = fields.filter(({ field, change }) => change !== 'kept' && known.has(field));
  return {
    object: withNamespace(org.namespace, object),
    ...(id && { id: id as SalesforceId }),
    fields: Object.fromEntries(
      said.map(({ field, after }) => [withNamespace(org.namespace, field, object), after]),
    ),
  };
}

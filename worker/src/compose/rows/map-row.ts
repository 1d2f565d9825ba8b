import { rowName, type Reference, type Row } from '../../deliver/row.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { applyMapping } from '../mapping/apply-mapping.ts';
import { DEFAULT_MAPPING } from '../mapping/default-mapping.ts';
import type { MappingInputs } from '../mapping/inputs.ts';
import type { MappingProblem } from '../mapping/mapping.ts';

/** Rows and what the mapping could not say; the rest of each row stands. */
export interface MappedRow {
  row: Row;
  problems: MappingProblem[];
}

/** One of the package's own records, found by its external id. */
export function mapRow<Target extends Exclude<keyof MappingInputs, 'Lead' | 'Contact'>>(
  object: Target,
  input: MappingInputs[Target] & { key: string },
  references: Record<string, Reference>,
  parentKey?: RecordKey,
): MappedRow {
  const { fields, problems } = applyMapping(DEFAULT_MAPPING, object, input);
  const field = object === 'Shop__c' ? 'Shop_Key__c' : 'External_Id__c';
  const row: Row = {
    object,
    key: input.key,
    target: { field, value: input.key },
    fields,
    references,
    ...(parentKey && { parentKey }),
  };
  return { row, problems };
}

/** A reference to a record of the package, by the external id it is upserted with. */
export function referenceTo(object: string, field: string, value: string): Reference {
  return { name: rowName({ object, key: value }), by: { object, field, value } };
}

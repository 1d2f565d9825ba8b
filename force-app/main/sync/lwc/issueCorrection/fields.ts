import { fill } from 'c/format';
import type { Issue } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { named } from 'c/names';

/** What UI API tells of an object, as far as it is needed here. */
export interface ObjectInfo {
  /** As the org has it; the names of the fields are the source's. */
  apiName: string;
  fields: Record<string, { label: string; dataType: string; length?: number }>;
}

/** A field of the form. */
export interface CorrectedField {
  object: string;
  /** `Object.Field`, without the namespace. */
  name: string;
  label: string;
  type: string;
  step?: string;
  maxLength?: number;
  tooLong: string;
  pattern?: string;
  mismatch: string;
}

const INPUTS: Record<string, Partial<CorrectedField>> = {
  Currency: { type: 'number', step: 'any' },
  Double: { type: 'number', step: 'any' },
  Percent: { type: 'number', step: 'any' },
  Int: { type: 'number', step: '1' },
  Email: { type: 'email' },
  Url: { type: 'url' },
  Date: { type: 'date' },
  DateTime: { type: 'datetime' },
  Boolean: { pattern: 'true|false', mismatch: labels.correctBoolean },
};

/** The object a record of the shop becomes, for refusals that name the field alone. */
const OBJECTS: Record<string, string> = { order: 'Order__c', cart: 'Cart__c' };

export function fieldsToCorrect(issue: Issue | undefined, infos: ObjectInfo[]): CorrectedField[] {
  if (!issue) return [];
  return issue.fields.flatMap((full): CorrectedField[] => {
    const [field = '', object = OBJECTS[issue.kind] ?? ''] = full.split('.').reverse();
    if (!object) return [];
    const info = infos.find(({ apiName }) => apiName === named(object))?.fields[field];
    return [
      {
        ...{ object, name: `${object}.${field}`, label: info?.label ?? `${object}.${field}` },
        ...{ type: 'text', mismatch: '' },
        ...(info && INPUTS[info.dataType]),
        ...(info?.length && { maxLength: info.length }),
        tooLong: info?.length ? fill(labels.correctLong, info.length) : '',
      },
    ];
  });
}

import { refuse } from '../records/refusal.ts';
import { textOf } from '../records/row.ts';
import type { Call } from '../rest/call.ts';
import { userRow } from '../oauth/token.ts';
import { objectInfo } from '../ui/object-info.ts';
import { objectNamed } from '../ui/objects.ts';

const MOST_OBJECTS = 2000;

/** What `objectInfos` answers: the UI API's own facts, their maps as lists. */
export function objectInfos(call: Call, names: unknown): unknown[] {
  const wanted = Array.isArray(names) ? (names as (string | null)[]) : [];
  if (wanted.length === 0) {
    throw refuse('INVALID_INPUT', 'objectInfos needs the names of objects in apiNames');
  }
  if (wanted.length > MOST_OBJECTS) {
    throw refuse('INVALID_INPUT', `apiNames takes up to ${MOST_OBJECTS} names`);
  }
  return wanted.map((name) => describe(call, name ?? ''));
}

function describe(call: Call, name: string) {
  const info = objectInfo(call, objectNamed(call, name));
  return {
    ...info,
    ApiName: info.apiName,
    dependentFields: [],
    locale: textOf(userRow(call.org, call.caller.userId), 'LocaleSidKey') ?? null,
    recordTypeInfos: Object.values(info.recordTypeInfos),
    fields: Object.values(info.fields).map((field) => ({
      ...field,
      ApiName: field.apiName,
      dataType: field.dataType.toUpperCase(),
      referenceToInfos: field.referenceToInfos.map((parent) => ({
        ApiName: parent.apiName,
        nameFields: parent.nameFields,
      })),
    })),
  };
}

import type { ObjectDescribe } from '#mapping-engine/describe';
import { fieldsOf, STAMPED, STAMP_FIELD, WHOLE, type Row } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { describeObjects } from './salesforce/describe.ts';
import { isOfPackage } from './salesforce/package-names.ts';

/** A field that Salesforce does not let the worker write, or `WHOLE` for the object. */
export interface Unwritable {
  object: string;
  field: string;
  /** Salesforce's own. */
  code: string;
  message: string;
}

/** By which the package's own records are found: without them no row can be written. */
const KEYS = ['External_Id__c', 'Shop_Key__c', 'Customer_Key__c'];

/** Asks the org what of these rows it does not take; nothing for an object it does not show. */
export async function findUnwritable(client: SalesforceClient, rows: Row[]): Promise<Unwritable[]> {
  const objects = [...new Set(rows.map(({ object }) => object))];
  const describes = await describeObjects(client, objects);
  return objects.flatMap((object) => {
    const describe = describes.get(object);
    const own = rows.filter((row) => row.object === object);
    const fault = own.every(({ isLast }) => isLast) ? wholeFault(object, describe, own) : null;
    if (fault) return fault;
    return describe ? unwritableOf(describe, own) : [];
  });
}

/**
 * An object that admins added can go away as a whole, with the field its records are found by at the
 * latest. Nothing refers to its rows, so the others need not wait for it.
 */
function wholeFault(
  object: string,
  describe: ObjectDescribe | undefined,
  rows: Row[],
): Unwritable | null {
  const whole = { object, field: WHOLE };
  if (!describe) {
    const message = `Salesforce has no object ${object} any more, or hides it from the worker.`;
    return { ...whole, code: 'INVALID_TYPE', message };
  }
  const keys = rows.flatMap(({ target }) => ('id' in target ? [] : target.field));
  const fault = keys.map((key) => faultOf(describe, key)).find((one) => one !== null);
  return fault ? { ...fault, ...whole } : null;
}

function unwritableOf(describe: ObjectDescribe, rows: Row[]): Unwritable[] {
  const { object } = describe;
  const used = new Set(rows.flatMap(fieldsOf));
  if (!STAMPED.has(object)) used.delete(STAMP_FIELD);
  const keys = rows.flatMap(({ target }) => ('id' in target ? [] : target.field));
  const all = [...used].flatMap((field) => faultOf(describe, field) ?? []);
  const isGone = (field: string): boolean => all.some((one) => one.field === field);
  if ([...keys, ...KEYS].some(isGone)) return [];
  const ours = [...used].filter((field) => isOfPackage(field, object));
  return ours.filter(isGone).length * 2 > ours.length ? [] : all;
}

function faultOf({ object, fields }: ObjectDescribe, field: string): Unwritable | null {
  const found = fields.find(({ name }) => name === field);
  if (found && (found.createable || found.updateable)) return null;
  return found
    ? {
        ...{ object, field, code: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
        message: `Salesforce does not let the worker write ${object}.${field} any more.`,
      }
    : {
        ...{ object, field, code: 'INVALID_FIELD' },
        message: `Salesforce has no field ${object}.${field} any more, or hides it from the worker.`,
      };
}

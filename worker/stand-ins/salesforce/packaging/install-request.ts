import { normaliseId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import { textOf } from '../records/row.ts';
import { insert } from '../records/save.ts';
import type { Answer } from '../rest/call.ts';
import { created, draftOf } from '../rest/records.ts';
import type { ObjectType } from '../schema/model.ts';
import type { ToolingCall } from '../tooling/call.ts';
import { changeRow, objectNamed } from '../tooling/rows.ts';
import { install } from './install.ts';

const REQUEST = 'PackageInstallRequest';
const FOR_ALL = 'The local org installs packages for administrators only: profiles get no rights.';

/**
 * `POST tooling/sobjects/PackageInstallRequest`. The work is done by the time of the answer; a refusal
 * shows in the request's status and its errors, where a client that polls looks for it.
 */
export function requestInstall(call: ToolingCall): Answer {
  const { org, caller, base } = call;
  const object = objectNamed(org, REQUEST);
  const { SubscriberPackageVersionKey: key = '' } = call.fields;
  const id = normaliseId(typeof key === 'string' ? key : '');
  if (!id?.startsWith('04t')) {
    throw refuse('INVALID_ID_FIELD', 'SubscriberPackageVersionKey must be a 04t id', [
      'SubscriberPackageVersionKey',
    ]);
  }
  const request = insert(
    org,
    caller,
    object,
    draftOf(call, object, asSpelled(object, call.fields)),
  );
  const message =
    request.SecurityType === 'None'
      ? attempt(() => install(base, id, textOf(request, 'Password')))
      : FOR_ALL;
  changeRow(org, REQUEST, request, {
    Password: null,
    Status: message === undefined ? 'SUCCESS' : 'ERROR',
    Errors: message === undefined ? null : JSON.stringify({ errors: [{ message }] }),
  });
  return created(call, object, request);
}

/** These enumerations are taken in any case of letters: the CLI writes `none` where it means `None`. */
function asSpelled({ fields }: ObjectType, given: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = fields.find((one) => one.name === name && one.restricted);
      const lower = typeof value === 'string' ? value.toLowerCase() : undefined;
      return [name, field?.picklist.find((known) => known.toLowerCase() === lower) ?? value];
    }),
  );
}

/** What the work complains about; undefined when it is done. */
export function attempt(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
}

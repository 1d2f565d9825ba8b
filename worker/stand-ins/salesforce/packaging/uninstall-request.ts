import { textOf } from '../records/row.ts';
import { insert } from '../records/save.ts';
import type { Answer } from '../rest/call.ts';
import { created, draftOf } from '../rest/records.ts';
import type { ToolingCall } from '../tooling/call.ts';
import { changeRow, makeRow, objectNamed } from '../tooling/rows.ts';
import { attempt } from './install-request.ts';
import { lookUpVersions } from './look-up.ts';
import { uninstall } from './uninstall.ts';

const REQUEST = 'SubscriberPackageVersionUninstallRequest';

/** `POST tooling/sobjects/SubscriberPackageVersionUninstallRequest`; done by the time of the answer. */
export function requestUninstall(call: ToolingCall): Answer {
  const { org, caller, base } = call;
  const object = objectNamed(org, REQUEST);
  // The version a request names must be there to be named.
  lookUpVersions(base);
  const request = insert(org, caller, object, draftOf(call, object, call.fields));
  const id = textOf(request, 'SubscriberPackageVersionId') ?? '';
  const Message = attempt(() => uninstall(base, id));
  changeRow(org, REQUEST, request, { Status: Message === undefined ? 'Success' : 'Error' });
  if (Message !== undefined) {
    makeRow(org, 'PackageVersionUninstallRequestError', { ParentRequestId: request.Id, Message });
  }
  return created(call, object, request);
}

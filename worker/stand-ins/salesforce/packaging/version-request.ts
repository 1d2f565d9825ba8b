import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { insert } from '../records/save.ts';
import type { Answer } from '../rest/call.ts';
import { created, draftOf } from '../rest/records.ts';
import type { ToolingCall } from '../tooling/call.ts';
import { changeRow, makeRow, objectNamed } from '../tooling/rows.ts';
import { ancestorOf, numberFor } from './ancestor.ts';
import { makeVersion } from './make-version.ts';
import { readUpload } from './upload.ts';
import { problemsOf } from './validate.ts';

const REQUEST = 'Package2VersionCreateRequest';

/**
 * `POST tooling/sobjects/Package2VersionCreateRequest`. The work is done by the time of the answer;
 * what is wrong with the upload shows in the request's status and its errors, not in the answer.
 */
export function requestVersion(call: ToolingCall): Answer {
  const { org, caller } = call;
  const object = objectNamed(org, REQUEST);
  const { VersionInfo, ...fields } = call.fields;
  if (typeof VersionInfo !== 'string' || VersionInfo === '') {
    throw refuse('REQUIRED_FIELD_MISSING', 'Required fields are missing: [VersionInfo]', [
      'VersionInfo',
    ]);
  }
  const request = insert(org, caller, object, draftOf(call, object, fields));
  const outcome = work(call, request, VersionInfo);
  const isProtected = textOf(request, 'InstallKey') !== undefined;
  changeRow(org, REQUEST, request, {
    Status: typeof outcome === 'string' ? 'Success' : 'Error',
    Package2VersionId: typeof outcome === 'string' ? outcome : null,
    IsPasswordProtected: isProtected,
    // The key itself is never told again.
    InstallKey: null,
  });
  for (const Message of typeof outcome === 'string' ? [] : outcome) {
    makeRow(org, `${REQUEST}Error`, { ParentRequestId: request.Id, Message });
  }
  return created(call, object, request);
}

/** The id of the new version, or what stands in its way. */
function work({ org, base }: ToolingCall, request: Row, base64: string): string | string[] {
  try {
    const upload = readUpload(base64);
    const { versionNumber, ancestorId = '', dependencies = [] } = upload.descriptor;
    if (dependencies.length > 0) {
      return ['The local org does not make packages that depend on others.'];
    }
    const packageId = textOf(request, 'Package2Id') ?? '';
    const number = numberFor(org, packageId, versionNumber);
    const ancestor = ancestorOf(org, packageId, number, ancestorId);
    const problems = request.SkipValidation === true ? [] : problemsOf(base, upload.archive);
    if (problems.length > 0) return problems;
    return makeVersion({ base, tooling: org, request, upload, number, ancestor }).Id;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [error.message];
  }
}

import { refuse } from '../records/refusal.ts';
import { textOf, type Row } from '../records/row.ts';
import { update } from '../records/save.ts';
import type { Answer } from '../rest/call.ts';
import { draftOf, existing } from '../rest/records.ts';
import type { ToolingCall } from '../tooling/call.ts';
import { changeRow, objectNamed, rowsOf } from '../tooling/rows.ts';
import { numberOf } from './ancestor.ts';
import { digestOf } from './version.ts';

/** `PATCH tooling/sobjects/Package2Version/05i...`: a new name or key, and above all the promotion. */
export function changeVersion(call: ToolingCall, id: string): Answer {
  const { org, caller } = call;
  const object = objectNamed(org, 'Package2Version');
  const before = existing(call, object, id);
  // Clients repeat the id they already put into the URL.
  const fields = Object.fromEntries(Object.entries(call.fields).filter(([name]) => name !== 'Id'));
  const draft = draftOf(call, object, fields);
  if (fields.IsReleased === true) checkPromotion(call, before);
  if (fields.IsReleased === false && before.IsReleased === true) {
    throw refuse('INVALID_INPUT', 'A released package version cannot become a beta again', [
      'IsReleased',
    ]);
  }
  const after = update(org, caller, object, before, draft);
  const version = call.base.packaging.shelf.get(textOf(after, 'SubscriberPackageVersionId') ?? '');
  const key = textOf(after, 'InstallKey');
  if (version) {
    call.base.packaging.shelf.put({
      ...version,
      name: textOf(after, 'Name') ?? version.name,
      isReleased: after.IsReleased === true,
      keyDigest: key === undefined ? version.keyDigest : digestOf(key),
    });
  }
  if (key !== undefined) {
    changeRow(org, 'Package2Version', after, { InstallKey: null, IsPasswordProtected: true });
  }
  return { status: 204 };
}

function checkPromotion({ org }: ToolingCall, version: Row): void {
  const [major, minor, patch] = numberOf(version);
  const three = [major, minor, patch].join('.');
  const isReleased = rowsOf(org, 'Package2Version').some(
    (row) =>
      row.Package2Id === version.Package2Id &&
      row.IsReleased === true &&
      numberOf(row).slice(0, 3).join('.') === three,
  );
  if (isReleased) {
    throw refuse('DUPLICATE_VALUE', `Version ${three} of this package was previously released`, [
      'IsReleased',
    ]);
  }
  if (version.ValidationSkipped === true) {
    throw refuse('INVALID_INPUT', 'A version whose validation was skipped cannot be promoted', [
      'IsReleased',
    ]);
  }
  if (version.HasPassedCodeCoverageCheck !== true) {
    throw refuse(
      'INVALID_INPUT',
      'Code coverage has not been run for this version. Create the version again with code coverage, and promote that one.',
      ['IsReleased'],
    );
  }
}

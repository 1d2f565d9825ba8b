import { applyChanges } from '../metadata/apply.ts';
import { readPackage } from '../metadata/read-package.ts';
import { unzip } from '../metadata/zip.ts';
import type { Org } from '../org.ts';
import { createNamespace } from '../schema/namespace.ts';
import { makeRow, rowsOf, toolingOf, changeRow } from '../tooling/rows.ts';
import { OBSTACLES, validationStatus } from './validation-status.ts';
import { isOpenedBy } from './version.ts';

const MISSING =
  'The requested package does not yet exist or has been deleted. If this is a recently created ' +
  'package version, try again in a few minutes or contact the package publisher.';

/**
 * Puts a version's components into the org, under the package's namespace. What an older version
 * brought and this one does not, stays. Throws an Error with the platform's reason when it must not.
 */
export function install(org: Org, versionId: string, key: string | undefined): void {
  const { shelf, installed } = org.packaging;
  const found = shelf.get(versionId);
  if (!found) throw new Error(MISSING);
  if (!isOpenedBy(found, key)) throw new Error('The installation key is invalid.');
  const status = validationStatus(org, found);
  if (status !== 'NO_ERRORS_DETECTED') throw new Error(OBSTACLES[status]);
  const { archive, ...version } = found;
  const namespace = createNamespace(version.namespace);
  const { incoming } = readPackage(unzip(Buffer.from(archive, 'base64')));
  const components = incoming.map((component) => ({ ...component, namespace }));
  applyChanges(org, components, { doomed: [], rewritten: [] });
  installed.set(version.packageId, version);
  noteInstalled(org, version.packageId, version.id);
}

function noteInstalled(org: Org, SubscriberPackageId: string, versionId: string): void {
  const tooling = toolingOf(org);
  const name = 'InstalledSubscriberPackage';
  const row = rowsOf(tooling, name).find((one) => one.SubscriberPackageId === SubscriberPackageId);
  const values = { SubscriberPackageVersionId: versionId };
  if (row) changeRow(tooling, name, row, values);
  else {
    makeRow(tooling, name, { ...values, SubscriberPackageId, MinPackageVersionId: versionId });
  }
}

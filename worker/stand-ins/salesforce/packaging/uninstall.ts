import { applyChanges } from '../metadata/apply.ts';
import { checkReferences } from '../metadata/check.ts';
import { createWorld } from '../metadata/world.ts';
import type { Org } from '../org.ts';
import { objectNamed, rowsOf, toolingOf } from '../tooling/rows.ts';

/**
 * Takes a package out of the org, its records with it. Throws an Error when it is not installed, or
 * when something of the org's own refers to it.
 */
export function uninstall(org: Org, versionId: string): void {
  const { installed } = org.packaging;
  const version = installed.values().find(({ id }) => id === versionId);
  if (!version) throw new Error('This package version is not installed in this org.');
  const all = org.catalogue.all();
  const doomed = all.filter(({ namespace }) => namespace.prefix === version.namespace);
  const remaining = all.filter((component) => !doomed.includes(component));
  const [before, after] = [createWorld(all), createWorld(remaining)];
  for (const component of remaining) {
    const known = checkReferences(component, before).length;
    if (checkReferences(component, after).length > known) {
      throw new Error(
        `Components of the package are referenced elsewhere: ${component.type} - ${component.fullName}`,
      );
    }
  }
  applyChanges(org, [], { doomed, rewritten: [] });
  installed.delete(version.packageId);
  const tooling = toolingOf(org);
  const name = 'InstalledSubscriberPackage';
  for (const row of rowsOf(tooling, name)) {
    if (row.SubscriberPackageId !== version.packageId) continue;
    tooling.database.table(objectNamed(tooling, name)).remove(row.Id);
  }
}

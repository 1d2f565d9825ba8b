import type { Org } from '../org.ts';
import { makeRow, toolingOf } from '../tooling/rows.ts';
import { validationStatus } from './validation-status.ts';
import type { PackageVersion } from './version.ts';

/** Brings the rows that tell of package versions up to what the shelf and this org have now. */
export function lookUpVersions(org: Org): void {
  const known = new Map<string, Omit<PackageVersion, 'archive'>>();
  for (const version of org.packaging.installed.values()) known.set(version.id, version);
  for (const version of org.packaging.shelf.all()) known.set(version.id, version);
  const tooling = toolingOf(org);
  for (const version of known.values()) {
    makeRow(tooling, 'SubscriberPackage', {
      Id: version.packageId,
      Name: version.packageName,
      NamespacePrefix: version.namespace,
      IsPackageValid: true,
    });
    const [major, minor, patch, build] = version.number.map(String);
    makeRow(tooling, 'SubscriberPackageVersion', {
      Id: version.id,
      SubscriberPackageId: version.packageId,
      Name: version.name,
      Description: version.description,
      PublisherName: 'Local Org',
      MajorVersion: major ?? '0',
      MinorVersion: minor ?? '0',
      PatchVersion: patch ?? '0',
      BuildNumber: build ?? '0',
      ReleaseState: version.isReleased ? 'Released' : 'Beta',
      IsBeta: !version.isReleased,
      IsManaged: true,
      IsPasswordProtected: version.keyDigest !== null,
      Package2ContainerOptions: 'Managed',
      InstallValidationStatus: validationStatus(org, version),
    });
  }
}

import { createHash } from 'node:crypto';

/** A version of a second-generation package, as the platform keeps it for whoever installs it. */
export interface PackageVersion {
  /** `04t...`: the version to its subscribers. */
  id: string;
  /** `033...`: the package to its subscribers. */
  packageId: string;
  packageName: string;
  namespace: string;
  name: string;
  description: string | null;
  /** Major, minor, patch and build. */
  number: VersionNumber;
  /** A version that is not released is a beta. */
  isReleased: boolean;
  /** The installation key's digest; null: anyone who has the id may install. */
  keyDigest: string | null;
  /** The metadata as it was uploaded, a zip in Base64. */
  archive: string;
}

export type VersionNumber = [major: number, minor: number, patch: number, build: number];

export function compareNumbers(one: VersionNumber, other: VersionNumber): number {
  for (const [place, number] of one.entries()) {
    const difference = number - (other[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function digestOf(installationKey: string): string {
  return createHash('sha256').update(installationKey).digest('hex');
}

/** Whether this key, or none, opens the version. */
export function isOpenedBy({ keyDigest }: PackageVersion, key: string | undefined): boolean {
  return keyDigest === null || (key !== undefined && digestOf(key) === keyDigest);
}

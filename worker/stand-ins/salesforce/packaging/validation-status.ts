import type { Org } from '../org.ts';
import { rowAt } from '../tooling/rows.ts';
import { compareNumbers, type PackageVersion } from './version.ts';

/** Why a version cannot be installed, in the platform's own words for it. */
export const OBSTACLES = {
  BETA_INSTALL_INTO_PRODUCTION_ORG:
    'Unable to install beta package, Details: The package you attempted to install is a beta ' +
    'package, which you can only install in sandbox or Developer Edition organizations.',
  CANNOT_UPGRADE_BETA:
    'Unable to upgrade a beta package, Details: The installed version is a beta, which cannot be ' +
    'upgraded. Uninstall it first.',
  CANNOT_INSTALL_EARLIER_VERSION:
    'A newer version of this package is currently installed, Details: You cannot install an ' +
    'earlier version over it.',
  NAMESPACE_COLLISION:
    'Namespace already in use, Details: Another package of the same namespace is installed.',
} as const;

export type ValidationStatus = keyof typeof OBSTACLES | 'NO_ERRORS_DETECTED';

/** Whether this org would take the version now. */
export function validationStatus(
  org: Org,
  version: Omit<PackageVersion, 'archive'>,
): ValidationStatus {
  const { installed } = org.packaging;
  const before = installed.get(version.packageId);
  if (!before && hasNamespace(org, version.namespace)) return 'NAMESPACE_COLLISION';
  if (before && compareNumbers(version.number, before.number) < 0) {
    return 'CANNOT_INSTALL_EARLIER_VERSION';
  }
  if (before && !before.isReleased && before.id !== version.id) return 'CANNOT_UPGRADE_BETA';
  if (!version.isReleased && isProduction(org)) return 'BETA_INSTALL_INTO_PRODUCTION_ORG';
  return 'NO_ERRORS_DETECTED';
}

/** From another package, or from source files that were installed as one. */
function hasNamespace(org: Org, prefix: string): boolean {
  return org.catalogue.all().some(({ namespace }) => namespace.prefix === prefix);
}

function isProduction(org: Org): boolean {
  const { IsSandbox, OrganizationType } =
    rowAt(org, 'Organization', org.residents.orgId) ?? ({} as Record<string, never>);
  return IsSandbox !== true && OrganizationType !== 'Developer Edition';
}

import type { Org } from '../org.ts';
import { normaliseId } from '../records/ids.ts';
import { textOf, type Row } from '../records/row.ts';
import { rowAt, rowsOf } from '../tooling/rows.ts';
import { compareNumbers, type VersionNumber } from './version.ts';

export const numberOf = (row: Row): VersionNumber => [
  Number(textOf(row, 'MajorVersion') ?? 0),
  Number(textOf(row, 'MinorVersion') ?? 0),
  Number(textOf(row, 'PatchVersion') ?? 0),
  Number(textOf(row, 'BuildNumber') ?? 0),
];

/**
 * The number that a new version of the package gets. Throws an Error when it is no number, is taken,
 * or when its first three parts were released before.
 */
export function numberFor(tooling: Org, packageId: string, wanted: string): VersionNumber {
  const [, major, minor, patch, build] = /^(\d+)\.(\d+)\.(\d+)\.(\d+|NEXT)$/.exec(wanted) ?? [];
  if (build === undefined) {
    throw new Error(`The version number ${wanted} must be in the form major.minor.patch.build.`);
  }
  const three = [Number(major), Number(minor), Number(patch)] as const;
  const siblings = rowsOf(tooling, 'Package2Version').filter(
    (row) => row.Package2Id === packageId && compareNumbers([...three, 0], start(row)) === 0,
  );
  if (siblings.some(({ IsReleased }) => IsReleased === true)) {
    throw new Error(
      `A released package version with version number ${three.join('.')} already exists. ` +
        'Increment the major, minor or patch number, and try again.',
    );
  }
  const builds = siblings.map((row) => numberOf(row)[3]);
  const next = build === 'NEXT' ? Math.max(0, ...builds) + 1 : Number(build);
  if (builds.includes(next)) {
    throw new Error(`The version number ${[...three, next].join('.')} is already used.`);
  }
  return [...three, next];
}

function start(row: Row): VersionNumber {
  const [major, minor, patch] = numberOf(row);
  return [major, minor, patch, 0];
}

/** The version that a new one follows. Throws an Error when it cannot follow it. */
export function ancestorOf(
  tooling: Org,
  packageId: string,
  number: VersionNumber,
  ancestorId: string,
): Row | undefined {
  if (ancestorId === '') return undefined;
  const ancestor = rowAt(tooling, 'Package2Version', normaliseId(ancestorId) ?? '');
  if (ancestor?.Package2Id !== packageId) {
    throw new Error(`The ancestor ${ancestorId} is no version of this package.`);
  }
  if (ancestor.IsReleased !== true) {
    throw new Error(
      `The ancestor ${ancestorId} is not released. Promote it, or name another ancestor.`,
    );
  }
  if (compareNumbers(number, numberOf(ancestor)) <= 0) {
    throw new Error(
      `The version number ${number.join('.')} must be higher than that of its ancestor, ` +
        `${numberOf(ancestor).join('.')}.`,
    );
  }
  return ancestor;
}

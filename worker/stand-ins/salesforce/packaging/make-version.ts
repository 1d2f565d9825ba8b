import type { Org } from '../org.ts';
import { unzip } from '../metadata/zip.ts';
import { makeId } from '../records/ids.ts';
import { textOf, type Row } from '../records/row.ts';
import { makeRow, rowAt } from '../tooling/rows.ts';
import { digestOf, type VersionNumber } from './version.ts';
import type { Upload } from './upload.ts';

interface Making {
  base: Org;
  tooling: Org;
  request: Row;
  upload: Upload;
  number: VersionNumber;
  ancestor: Row | undefined;
}

/** Makes the version's record in the hub, and puts the version itself on the shelf. */
export function makeVersion({ base, tooling, request, upload, number, ancestor }: Making): Row {
  const { archive, descriptor } = upload;
  const packageRow = rowAt(tooling, 'Package2', textOf(request, 'Package2Id') ?? '');
  if (!packageRow) throw new Error('The package is gone.');
  const files = [...unzip(archive).values()];
  const key = textOf(request, 'InstallKey');
  const name = descriptor.versionName ?? number.slice(0, 3).join('.');
  const description = descriptor.versionDescription ?? null;
  const id = freshVersionId(base);
  const [major, minor, patch, build] = number.map(String);
  base.packaging.shelf.put({
    id,
    packageId: textOf(packageRow, 'SubscriberPackageId') ?? '',
    packageName: textOf(packageRow, 'Name') ?? '',
    namespace: textOf(packageRow, 'NamespacePrefix') ?? '',
    name,
    description,
    number,
    isReleased: false,
    keyDigest: key === undefined ? null : digestOf(key),
    archive: archive.toString('base64'),
  });
  return makeRow(tooling, 'Package2Version', {
    Package2Id: packageRow.Id,
    SubscriberPackageVersionId: id,
    Tag: textOf(request, 'Tag') ?? null,
    Branch: textOf(request, 'Branch') ?? null,
    AncestorId: ancestor?.Id ?? null,
    ValidationSkipped: request.SkipValidation === true,
    Name: name,
    Description: description,
    MajorVersion: major ?? '0',
    MinorVersion: minor ?? '0',
    PatchVersion: patch ?? '0',
    BuildNumber: build ?? '0',
    IsPasswordProtected: key !== undefined,
    // There is no Apex here that tests could leave uncovered, but they must have been asked for.
    HasPassedCodeCoverageCheck: request.CalculateCodeCoverage === true,
    ReleaseVersion: '66.0',
    BuildDurationInSeconds: '0',
    Language: textOf(request, 'Language') ?? 'en_US',
    TotalNumberOfMetadataFiles: String(files.length),
    TotalSizeOfMetadataFiles: String(files.reduce((sum, { length }) => sum + length, 0)),
  });
}

/** An id that no version on the shelf has, for several hubs may share it. */
function freshVersionId({ packaging: { shelf, database } }: Org): string {
  for (;;) {
    const id = makeId('04t', database.next('id of SubscriberPackageVersion'));
    if (!shelf.get(id)) return id;
  }
}

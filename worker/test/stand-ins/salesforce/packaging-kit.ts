import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zip } from '../../../stand-ins/salesforce/metadata/zip.ts';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { curl, startOrg, type Reply } from './kit.ts';
import { archiveOf, document, objectFile, text } from './metadata-kit.ts';

export interface TwoOrgs {
  hub: LocalOrg;
  /** An org of somebody who installs packages. */
  subscriber: LocalOrg;
  /** The folder they share. */
  packages: string;
  close(): Promise<void>;
}

/** A hub that may make packages of the namespace `cb`, and an empty org beside it. */
export async function startHubAndSubscriber(): Promise<TwoOrgs> {
  const packages = mkdtempSync(join(tmpdir(), 'packages-'));
  const hub = await startOrg({ hub: true, empty: true, packages });
  const subscriber = await startOrg({ empty: true, packages });
  hub.linkNamespace('cb');
  return {
    hub,
    subscriber,
    packages,
    async close() {
      await Promise.all([hub.close(), subscriber.close()]);
      rmSync(packages, { recursive: true });
    },
  };
}

export const PERMISSION_SET = `<label>Sailor</label>
<fieldPermissions><editable>true</editable><field>Boat__c.Hull__c</field><readable>true</readable></fieldPermissions>
<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete>
<allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords>
<object>Boat__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>
<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`;

/** Boats with these fields, and a permission set for them. */
export function boats(fields = text('Hull__c')): Buffer {
  return archiveOf(
    { CustomObject: ['Boat__c'], PermissionSet: ['Sailor'] },
    {
      'objects/Boat__c.object': objectFile('Boat', fields),
      'permissionsets/Sailor.permissionset': document('PermissionSet', PERMISSION_SET),
    },
  );
}

/** A call below `tooling/`, as the administrator. */
export function tooling(
  org: LocalOrg,
  method: string,
  path: string,
  body?: object,
): Promise<Reply> {
  return curl(org, method, `tooling/${path}`, body);
}

/** Makes a record and reads what became of it. */
export async function request<T>(org: LocalOrg, object: string, fields: object): Promise<T> {
  const made = await tooling(org, 'POST', `sobjects/${object}`, fields);
  const { id } = made.json as { id?: string };
  if (!id) throw new Error(`${object} was refused: ${made.text}`);
  return (await tooling(org, 'GET', `sobjects/${object}/${id}`)).json as T;
}

export async function toolingQuery<T>(org: LocalOrg, soql: string): Promise<T[]> {
  const path = `query?q=${encodeURIComponent(soql)}`;
  const { json, status, text: answer } = await tooling(org, 'GET', path);
  if (status !== 200) throw new Error(answer);
  return (json as { records: T[] }).records;
}

export async function createPackage(hub: LocalOrg, name = 'Boats'): Promise<string> {
  const body = { Name: name, NamespacePrefix: 'cb', ContainerOptions: 'Managed' };
  return (await request<{ Id: string }>(hub, 'Package2', body)).Id;
}

interface Wanted {
  archive?: Buffer;
  number?: string;
  ancestorId?: string;
  /** Further fields of the request. */
  fields?: object;
}

export interface Requested {
  Status: string;
  /** `05i...` */
  Package2VersionId: string;
  /** `04t...` */
  versionId: string;
  errors: string[];
}

/** Uploads what the CLI would upload, and answers what became of it. */
export async function createVersion(
  hub: LocalOrg,
  Package2Id: string,
  { archive = boats(), number = '1.0.0.NEXT', ancestorId = '', fields = {} }: Wanted = {},
): Promise<Requested> {
  const descriptor = { id: Package2Id, path: 'x', versionNumber: number, ancestorId };
  const upload = zip(
    new Map([
      ['package.zip', archive],
      ['package2-descriptor.json', Buffer.from(JSON.stringify(descriptor))],
    ]),
  );
  const object = 'Package2VersionCreateRequest';
  const VersionInfo = upload.toString('base64');
  const body = { Package2Id, VersionInfo, CalculateCodeCoverage: true, ...fields };
  const made = await request<{ Id: string; Status: string; Package2VersionId: string | null }>(
    hub,
    object,
    body,
  );
  const errors = await toolingQuery<{ Message: string }>(
    hub,
    `SELECT Message FROM ${object}Error WHERE ParentRequest.Id = '${made.Id}'`,
  );
  const [version] = await toolingQuery<{ SubscriberPackageVersionId: string }>(
    hub,
    `SELECT SubscriberPackageVersionId FROM Package2Version WHERE Id = '${made.Package2VersionId ?? ''}'`,
  );
  return {
    Status: made.Status,
    Package2VersionId: made.Package2VersionId ?? '',
    versionId: version?.SubscriberPackageVersionId ?? '',
    errors: errors.map(({ Message }) => Message),
  };
}

/** Answers what the hub says; nothing when it promoted the version. */
export async function promote(hub: LocalOrg, package2VersionId: string): Promise<string> {
  const path = `sobjects/Package2Version/${package2VersionId}`;
  const { json } = await tooling(hub, 'PATCH', path, { IsReleased: true });
  const errors = (json ?? []) as { errorCode: string; message: string }[];
  return errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join();
}

/** Answers what the org says; nothing when it installed the version. */
export async function install(org: LocalOrg, versionId: string, key?: string): Promise<string> {
  const body = { SubscriberPackageVersionKey: versionId, ...(key && { Password: key }) };
  const made = await request<{
    Status: string;
    Errors: { errors: { message: string }[] } | null;
  }>(org, 'PackageInstallRequest', body);
  if (made.Status === 'SUCCESS') return '';
  return made.Errors?.errors.map(({ message }) => message).join() ?? made.Status;
}

/** A hub, an org to install in, and a package; `close` ends them. */
export async function openPackaging() {
  const orgs = await startHubAndSubscriber();
  const packageId = await createPackage(orgs.hub);
  return {
    ...orgs,
    packageId,
    /** A released version of the package. */
    async released(number: string, archive = boats(), ancestorId = ''): Promise<Requested> {
      const version = await createVersion(orgs.hub, packageId, { archive, number, ancestorId });
      const refused = await promote(orgs.hub, version.Package2VersionId);
      if (refused) throw new Error([...version.errors, refused].join('; '));
      return version;
    },
  };
}

export type PackagingOrgs = Awaited<ReturnType<typeof openPackaging>>;

import { join } from 'node:path';
import { startSalesforce } from '../../worker/stand-ins/salesforce/start.ts';
import { zip } from '../../worker/stand-ins/salesforce/metadata/zip.ts';
import { callOrg, queryOrg, type TargetOrg } from './deploy-package-call.ts';
import { packagesFolder } from './stack-services.ts';

export interface BuildOptions {
  /** The sources in the form of a deploy. */
  archive: Buffer;
  /** The stack's folder, which keeps the hub and the versions made in it. */
  home: string;
  namespace: string;
}

interface Released {
  Id: string;
  MinorVersion: number;
}

const TOKEN = '00Dhub!admin';
const NAME = 'Cartbridge';

/**
 * Builds the sources into a version of the managed package in a Dev Hub of the stack's own, promotes
 * it, and answers its `04t` id. Throws with what the hub found wrong in the sources.
 */
export async function buildVersion({ archive, home, namespace }: BuildOptions): Promise<string> {
  const hub = await startSalesforce({
    hub: true,
    empty: true,
    adminToken: TOKEN,
    packages: packagesFolder(home),
    file: join(home, 'hub.jsonl'),
  });
  try {
    hub.linkNamespace(namespace);
    const org = { instanceUrl: hub.url, accessToken: TOKEN, apiVersion: '66.0' };
    const packageId = await ensurePackage(org, namespace);
    const versionId = await createVersion(org, packageId, archive);
    const path = `tooling/sobjects/Package2Version/${versionId}`;
    await callOrg(org, path, { method: 'PATCH', body: { IsReleased: true } });
    const version = await callOrg<{ SubscriberPackageVersionId: string }>(org, path);
    return version.SubscriberPackageVersionId;
  } finally {
    await hub.close();
  }
}

async function ensurePackage(org: TargetOrg, namespace: string): Promise<string> {
  const soql = `SELECT Id FROM Package2 WHERE NamespacePrefix = '${namespace}'`;
  const [known] = await queryOrg<{ Id: string }>(org, soql, 'tooling/query');
  if (known) return known.Id;
  const body = { Name: NAME, NamespacePrefix: namespace, ContainerOptions: 'Managed' };
  const made = await callOrg<{ id: string }>(org, 'tooling/sobjects/Package2', {
    method: 'POST',
    body,
  });
  return made.id;
}

/** The same request that `sf package version create` sends; answers the `05i` id. */
async function createVersion(org: TargetOrg, packageId: string, archive: Buffer): Promise<string> {
  const [ancestor] = await queryOrg<Released>(
    org,
    `SELECT Id, MinorVersion FROM Package2Version WHERE Package2Id = '${packageId}' ` +
      'AND IsReleased = true ORDER BY MinorVersion DESC LIMIT 1',
    'tooling/query',
  );
  const descriptor = {
    id: packageId,
    path: 'force-app',
    versionName: NAME,
    versionNumber: `0.${(ancestor?.MinorVersion ?? 0) + 1}.0.NEXT`,
    ancestorId: ancestor?.Id ?? '',
  };
  const upload = zip(
    new Map([
      ['package.zip', archive],
      ['package2-descriptor.json', Buffer.from(JSON.stringify(descriptor))],
    ]),
  );
  const path = 'tooling/sobjects/Package2VersionCreateRequest';
  const VersionInfo = upload.toString('base64');
  const body = { Package2Id: packageId, VersionInfo, CalculateCodeCoverage: true };
  const { id } = await callOrg<{ id: string }>(org, path, { method: 'POST', body });
  const request = await callOrg<{ Status: string; Package2VersionId: string }>(
    org,
    `${path}/${id}`,
  );
  if (request.Status === 'Success') return request.Package2VersionId;
  const errors = await queryOrg<{ Message: string }>(
    org,
    `SELECT Message FROM Package2VersionCreateRequestError WHERE ParentRequestId = '${id}'`,
    'tooling/query',
  );
  const lines = errors.map(({ Message }) => `  ${Message}`);
  throw new Error(
    [`No package could be made of force-app (${request.Status}):`, ...lines].join('\n'),
  );
}

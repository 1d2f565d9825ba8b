import { Connection } from 'jsforce';
import { zip } from '../../stand-ins/salesforce/metadata/zip.ts';
import { ADMIN, type UsedOrg } from './use-org.ts';

const XMLNS = 'http://soap.sforce.com/2006/04/metadata';
const PERMISSION_SET = 'Extra';

/** Fields by their names, each with the rest of its metadata. */
export type CustomFields = Record<string, string>;

export const TEXT = '<length>40</length><type>Text</type>';
export const KEY = `<externalId>true</externalId><unique>true</unique>${TEXT}`;

/** Adds fields to an object, and makes it first where it is a custom one, as an admin does in Setup. */
export async function addFields(
  used: Pick<UsedOrg, 'org' | 'admin'>,
  object: string,
  fields: CustomFields,
): Promise<void> {
  const isCustom = object.endsWith('__c') && object !== 'Order__c';
  const parts = Object.entries(fields).map(
    ([name, rest]) => `<fields><fullName>${name}</fullName><label>${name}</label>${rest}</fields>`,
  );
  const head = isCustom
    ? `<deploymentStatus>Deployed</deploymentStatus><label>${object}</label>
       <nameField><label>Name</label><type>Text</type></nameField>
       <pluralLabel>${object}s</pluralLabel><sharingModel>ReadWrite</sharingModel>`
    : '';
  const rights = Object.keys(fields).map(
    (name) =>
      `<fieldPermissions><editable>true</editable><field>${object}.${name}</field>
       <readable>true</readable></fieldPermissions>`,
  );
  const objectRights = isCustom
    ? `<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete>
       <allowEdit>true</allowEdit><allowRead>true</allowRead>
       <modifyAllRecords>false</modifyAllRecords><object>${object}</object>
       <viewAllRecords>false</viewAllRecords></objectPermissions>`
    : '';
  const types = isCustom
    ? `<types><members>${object}</members><name>CustomObject</name></types>`
    : named(
        'CustomField',
        Object.keys(fields).map((name) => `${object}.${name}`),
      );
  await deploy(used, {
    'package.xml': packageOf(types + named('PermissionSet', [PERMISSION_SET])),
    [`objects/${object}.object`]: `<CustomObject xmlns="${XMLNS}">${head}${parts.join('')}</CustomObject>`,
    [`permissionsets/${PERMISSION_SET}.permissionset`]:
      `<PermissionSet xmlns="${XMLNS}">${rights.join('')}<label>Extra</label>` +
      `${objectRights}</PermissionSet>`,
  });
  await assign(used);
}

function named(type: string, members: string[]): string {
  const list = members.map((member) => `<members>${member}</members>`);
  return `<types>${list.join('')}<name>${type}</name></types>`;
}

function packageOf(types: string): string {
  return `<Package xmlns="${XMLNS}">${types}<version>66.0</version></Package>`;
}

async function deploy({ org }: Pick<UsedOrg, 'org'>, files: Record<string, string>): Promise<void> {
  const { metadata } = new Connection({
    ...{ instanceUrl: org.url, accessToken: ADMIN, version: '66.0' },
  });
  metadata.pollInterval = 5;
  const archive = zip(
    new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])),
  );
  const done = await metadata
    .deploy(archive, { rollbackOnError: true, singlePackage: true })
    .complete(true);
  if (!done.success) throw new Error(JSON.stringify(done.details));
}

async function assign({ org, admin }: Pick<UsedOrg, 'org' | 'admin'>): Promise<void> {
  const worker = org.query(`SELECT Id FROM User WHERE Username = '${org.usernames.worker}'`)[0];
  const set = org.query(`SELECT Id FROM PermissionSet WHERE Name = '${PERMISSION_SET}'`)[0];
  const given = org.query(
    `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetId = '${String(set?.Id)}'`,
  );
  if (given.length > 0) return;
  await admin('POST', 'PermissionSetAssignment', {
    AssigneeId: worker?.Id,
    PermissionSetId: set?.Id,
  });
}

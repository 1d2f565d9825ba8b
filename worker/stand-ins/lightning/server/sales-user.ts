import { askOrg, queryOrg, type OrgClient } from './org-client.ts';
import { zipOf } from './zip.ts';

export const SALES_USERNAME = 'rep@local-org.example';
const READER = 'Cartbridge_Reader';
/** What a sales profile gives in an org: people and accounts, and a session for this server. */
const SALES = 'Local_Sales';

/**
 * Makes the sales user through whose eyes a rep sees the app: what a sales profile gives, and the
 * package's permission set for readers. Made once; a later start finds the user.
 */
export async function ensureSalesUser(admin: OrgClient): Promise<void> {
  const find = (object: string, condition: string) =>
    queryOrg<{ Id: string }>(admin, `SELECT Id FROM ${object} WHERE ${condition} LIMIT 1`);
  const [known] = await find('User', `Username = '${SALES_USERNAME}'`);
  if (known) return;
  await deploySalesRights(admin);
  const [profile] = await find('Profile', `Name LIKE 'Minimum Access%'`);
  const user = await create(admin, 'User', {
    Username: SALES_USERNAME,
    FirstName: 'Robin',
    LastName: 'Rep',
    Email: SALES_USERNAME,
    Alias: 'rep',
    ProfileId: profile?.Id,
  });
  for (const name of [SALES, READER]) {
    const [set] = await find('PermissionSet', `Name = '${name}'`);
    if (!set) throw new Error(`The org has no permission set ${name}; deploy the package first.`);
    await create(admin, 'PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set.Id });
  }
}

async function create(admin: OrgClient, object: string, fields: object): Promise<string> {
  const { status, body } = await askOrg(
    admin,
    'POST',
    `/services/data/v66.0/sobjects/${object}`,
    fields,
  );
  if (status !== 201) throw new Error(`${object} was not created: ${JSON.stringify(body)}`);
  return (body as { id: string }).id;
}

/** Profiles give nothing in the local org, so their part is a permission set of its own. */
async function deploySalesRights(admin: OrgClient): Promise<void> {
  const form = new FormData();
  const options = { deployOptions: { rollbackOnError: true, singlePackage: true } };
  form.append('json', new Blob([JSON.stringify(options)], { type: 'application/json' }));
  const archive = new Blob([new Uint8Array(zipOf(FILES))], { type: 'application/zip' });
  form.append('file', archive, 'deploy.zip');
  const url = `${admin.url}/services/data/v66.0/metadata/deployRequest`;
  const headers = { authorization: `Bearer ${admin.accessToken}` };
  const started = await fetch(url, { method: 'POST', headers, body: form });
  const { id } = (await started.json()) as { id?: string };
  if (!id) throw new Error(`The rights of the sales user were not deployed: ${started.status}`);
  const { body } = await askOrg(
    admin,
    'GET',
    `/services/data/v66.0/metadata/deployRequest/${id}?includeDetails=true`,
  );
  const { deployResult } = body as { deployResult: { success: boolean } };
  if (!deployResult.success)
    throw new Error(`The rights of the sales user were refused: ${JSON.stringify(deployResult)}`);
}

const flag = (name: string, isSet: boolean) => `<${name}>${isSet}</${name}>`;

const OBJECTS = ['Account', 'Contact', 'Lead'].map(
  (object) =>
    `<objectPermissions>${flag('allowCreate', true)}${flag('allowDelete', false)}` +
    `${flag('allowEdit', true)}${flag('allowRead', true)}${flag('modifyAllRecords', false)}` +
    `<object>${object}</object>${flag('viewAllRecords', false)}</objectPermissions>`,
);

const FIELDS = [
  ...['AccountId', 'Email', 'MobilePhone', 'Phone', 'Title'].map((name) => `Contact.${name}`),
  ...['Email', 'Phone'].map((name) => `Lead.${name}`),
  ...['Industry', 'Phone', 'Website'].map((name) => `Account.${name}`),
].map(
  (field) =>
    `<fieldPermissions>${flag('editable', true)}<field>${field}</field>` +
    `${flag('readable', true)}</fieldPermissions>`,
);

const document = (type: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n` +
  `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${type}>`;

const FILES = {
  'package.xml': document(
    'Package',
    `<types><members>${SALES}</members><name>PermissionSet</name></types><version>66.0</version>`,
  ),
  [`permissionsets/${SALES}.permissionset`]: document(
    'PermissionSet',
    `${FIELDS.join('')}${flag('hasActivationRequired', false)}<label>Local Sales</label>${OBJECTS.join('')}` +
      `<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>`,
  ),
};

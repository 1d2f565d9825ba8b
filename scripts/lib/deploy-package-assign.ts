import { callOrg, queryOrg, type TargetOrg } from './deploy-package-call.ts';

/** Gives the worker's user a permission set of the package, as an administrator would; once is enough. */
export async function assignWorker(
  org: TargetOrg,
  username: string,
  namespace: string,
  permissionSet = 'Cartbridge_Worker',
): Promise<void> {
  const prefix = namespace ? `'${namespace}'` : 'null';
  const PermissionSetId = await onlyId(
    org,
    `SELECT Id FROM PermissionSet WHERE Name = '${permissionSet}' AND NamespacePrefix = ${prefix}`,
  );
  const AssigneeId = await onlyId(org, `SELECT Id FROM User WHERE Username = '${username}'`);
  const assigned = await queryOrg(
    org,
    `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = '${AssigneeId}' ` +
      `AND PermissionSetId = '${PermissionSetId}'`,
  );
  if (assigned.length > 0) return;
  const body = { AssigneeId, PermissionSetId };
  await callOrg(org, 'sobjects/PermissionSetAssignment', { method: 'POST', body });
}

async function onlyId(org: TargetOrg, soql: string): Promise<string> {
  const [record] = await queryOrg<{ Id: string }>(org, soql);
  if (!record) throw new Error(`The org has no record for: ${soql}`);
  return record.Id;
}

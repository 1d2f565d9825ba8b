import type { Caller, Org } from '../org.ts';
import { refuse } from '../records/refusal.ts';
import { textOf } from '../records/row.ts';
import { setKey, setKeyOfRow } from '../schema/permission-sets.ts';
import { administrator, rightsFrom, type Rights } from '../schema/rights.ts';
import { userRow } from '../oauth/token.ts';

type Header = (name: string) => string | undefined;

/** Whose token this is. Throws INVALID_SESSION_ID when it is nobody's, or no longer good. */
export function userOf(org: Org, header: Header, adminToken?: string): string {
  const authorization = header('authorization') ?? '';
  const token = /^(?:Bearer|OAuth) (.+)$/i.exec(authorization)?.[1];
  if (authorization && !token)
    throw refuse('INVALID_AUTH_HEADER', 'INVALID_AUTH_HEADER', undefined, 401);
  if (token && token === adminToken) return org.residents.adminId;
  const userId = token && org.sessions.userOf(token);
  if (!userId || userRow(org, userId)?.IsActive !== true) {
    throw refuse('INVALID_SESSION_ID', 'Session expired or invalid');
  }
  return userId;
}

/** A user with the rights of this moment, for work that goes on when the request is over. */
export function callerOf(org: Org, userId: string): Caller {
  return { userId, rights: rightsOf(org, userId), allowDuplicates: false };
}

/** The caller of an API request, with the rights the user has now. */
export function signIn(org: Org, header: Header, adminToken?: string): Caller {
  const userId = userOf(org, header, adminToken);
  const rights = rightsOf(org, userId);
  if (!rights.api) {
    throw refuse(
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this user',
      undefined,
      403,
    );
  }
  return { userId, rights, ...askedOfDuplicates(header) };
}

/** What a request, or a part of one, says about duplicate rules. */
export function askedOfDuplicates(header: Header): Pick<Caller, 'allowDuplicates' | 'duplicates'> {
  const duplicates = header('sforce-duplicate-rule-header') ?? '';
  const asks = (what: string): boolean => new RegExp(`${what}\\s*=\\s*true`, 'i').test(duplicates);
  return {
    allowDuplicates: asks('allowSave'),
    duplicates: {
      includeRecordDetails: asks('includeRecordDetails'),
      runAsCurrentUser: asks('runAsCurrentUser'),
    },
  };
}

function rightsOf(org: Org, userId: string): Rights {
  if (userRow(org, userId)?.ProfileId === org.residents.adminProfileId) return administrator;
  const assignments = org.schema.object('PermissionSetAssignment');
  const sets = org.schema.object('PermissionSet');
  if (!assignments || !sets) return rightsFrom([]);
  const keys = org.database
    .table(assignments)
    .find('AssigneeId', userId)
    .filter((row) => row.IsDeleted !== true)
    .map((row) => setKeyOfRow(org.database.table(sets).get(textOf(row, 'PermissionSetId') ?? '')));
  return rightsFrom(org.permissionSets.filter((set) => keys.includes(setKey(set))));
}

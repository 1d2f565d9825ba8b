import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { ADMIN_TOKEN, CLIENT_ID, CLIENT_SECRET, connectAsAdmin, curl } from './kit.ts';
import { deployTo, document } from './metadata-kit.ts';

export const MASTER = '012000000000000AAA';

export interface FieldValue {
  displayValue: string | null;
  value: unknown;
}

/** What answers of this API may have; each test knows which of it its answer has. */
export interface Answered {
  [place: number]: { errorCode: string } | undefined;
  id: string;
  eTag: string;
  weakEtag: number;
  systemModstamp: string;
  fields: Record<string, FieldValue>;
  record: Answered;
  records: Answered[];
  info: Answered;
  layout: Answered;
  displayColumns: { fieldApiName: string; label: string }[];
  sections: Section[];
  values: { label: string; value: string }[];
  nextPageToken: string | null;
  nextPageUrl: string | null;
  lists: { apiName: string; id: string; label: string }[];
  apps: (Answered & { appId: string; navItems: NavItem[] })[];
  navItems: NavItem[];
  objects: Record<string, object>;
  output: { errors: object[]; fieldErrors: Record<string, object[]> };
}

interface NavItem {
  developerName: string;
  label: string;
}

interface Section {
  heading: string;
  layoutRows: { layoutItems: { label: string; layoutComponents: { apiName: string }[] }[] }[];
}

export interface UiReply {
  status: number;
  json: Answered;
  headers: Headers;
}

export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<UiReply>;

/** Requests below `ui-api/` in the name of the token's user, as a browser's scripts send them. */
export function uiAs(org: () => LocalOrg, token: () => string = () => ADMIN_TOKEN): Ask {
  return async (method, path, body, headers) => {
    const authorization = `Bearer ${token()}`;
    const plain = { authorization, 'x-chatter-entity-encoding': 'false', ...headers };
    const {
      status,
      json,
      headers: sent,
    } = await curl(org(), method, `ui-api/${path}`, body, plain);
    return { status, json: json as Answered, headers: sent };
  };
}

/** The access token of a new user who has these permission sets and may call the API, no more. */
export async function tokenOf(
  org: LocalOrg,
  permissionSets: string[],
  more: object = {},
): Promise<string> {
  const api = document(
    'PermissionSet',
    '<hasActivationRequired>false</hasActivationRequired><label>Caller</label>' +
      '<userPermissions><enabled>true</enabled><name>ApiEnabled</name></userPermissions>',
  );
  const file = { 'permissionsets/Caller.permissionset': api };
  await deployTo(org, { PermissionSet: ['Caller'] }, file);
  const admin = connectAsAdmin(org);
  const [profile] = org.query("SELECT Id FROM Profile WHERE Name LIKE 'Minimum%'");
  const username = `reader-${permissionSets.join('-').toLowerCase()}@local-org.example`;
  const user = await admin.sobject('User').create({
    Username: username,
    LastName: 'Reader',
    Email: username,
    Alias: 'reader',
    ProfileId: String(profile?.Id),
    ...more,
  });
  for (const name of [...permissionSets, 'Caller']) {
    const [set] = org.query(`SELECT Id FROM PermissionSet WHERE Name = '${name}'`);
    await admin
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: user.id ?? '', PermissionSetId: String(set?.Id) });
  }
  return signedIn(org, username);
}

async function signedIn(org: LocalOrg, username: string): Promise<string> {
  const refreshToken = org.issueRefreshToken({ clientId: CLIENT_ID, username });
  const response = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      refresh_token: refreshToken,
    }),
  });
  const answer = (await response.json()) as { access_token?: string };
  if (!answer.access_token)
    throw new Error(`${username} was not let in: ${JSON.stringify(answer)}`);
  return answer.access_token;
}

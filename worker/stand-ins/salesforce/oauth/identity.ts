import { randomBytes } from 'node:crypto';
import type { Org } from '../org.ts';
import { textOf, type Row } from '../records/row.ts';

/** Who the caller is, in the shape of `/services/oauth2/userinfo`. */
export function userInfo(org: Org, user: Row, ownUrl: string): Record<string, unknown> {
  const { orgId } = org.residents;
  return {
    sub: `${ownUrl}/id/${orgId}/${user.Id}`,
    user_id: user.Id,
    organization_id: orgId,
    preferred_username: textOf(user, 'Username'),
    nickname: textOf(user, 'Alias'),
    name: textOf(user, 'Name'),
    email: textOf(user, 'Email'),
    email_verified: true,
    given_name: textOf(user, 'FirstName') ?? null,
    family_name: textOf(user, 'LastName'),
    zoneinfo: textOf(user, 'TimeZoneSidKey'),
    urls: urls(orgId, ownUrl),
    active: user.IsActive === true,
    user_type: 'STANDARD',
    language: textOf(user, 'LanguageLocaleKey'),
    locale: textOf(user, 'LocaleSidKey'),
    utcOffset: 0,
    updated_at: textOf(user, 'LastModifiedDate'),
    is_app_installed: true,
  };
}

/** The older identity document, at the URL that the token answer calls `id`. */
export function identity(org: Org, user: Row, ownUrl: string): Record<string, unknown> {
  const { orgId } = org.residents;
  return {
    id: `${ownUrl}/id/${orgId}/${user.Id}`,
    asserted_user: true,
    user_id: user.Id,
    organization_id: orgId,
    username: textOf(user, 'Username'),
    nick_name: textOf(user, 'Alias'),
    display_name: textOf(user, 'Name'),
    email: textOf(user, 'Email'),
    email_verified: true,
    first_name: textOf(user, 'FirstName') ?? null,
    last_name: textOf(user, 'LastName'),
    timezone: textOf(user, 'TimeZoneSidKey'),
    photos: {},
    urls: urls(orgId, ownUrl),
    active: user.IsActive === true,
    user_type: 'STANDARD',
    language: textOf(user, 'LanguageLocaleKey'),
    locale: textOf(user, 'LocaleSidKey'),
    utcOffset: 0,
    last_modified_date: textOf(user, 'LastModifiedDate'),
    is_app_installed: true,
  };
}

function urls(orgId: string, ownUrl: string): Record<string, string> {
  return {
    enterprise: `${ownUrl}/services/Soap/c/{version}/${orgId}`,
    metadata: `${ownUrl}/services/Soap/m/{version}/${orgId}`,
    partner: `${ownUrl}/services/Soap/u/{version}/${orgId}`,
    rest: `${ownUrl}/services/data/v{version}/`,
    sobjects: `${ownUrl}/services/data/v{version}/sobjects/`,
    search: `${ownUrl}/services/data/v{version}/search/`,
    query: `${ownUrl}/services/data/v{version}/query/`,
    custom_domain: ownUrl,
  };
}

/** Where a browser would come in without signing in again. The local org has no pages behind it. */
export function frontDoor(org: Org, user: Row, ownUrl: string): Record<string, unknown> {
  const otp = randomBytes(24).toString('base64url');
  return { frontdoor_uri: `${ownUrl}/secur/frontdoor.jsp?otp=${otp}&cshc=${user.Id.slice(-6)}` };
}

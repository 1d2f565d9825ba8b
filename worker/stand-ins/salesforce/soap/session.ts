import { userRow } from '../oauth/token.ts';
import { wholeSeconds } from '../records/parse-value.ts';
import { refuse } from '../records/refusal.ts';
import { textOf } from '../records/row.ts';
import type { Operation } from './call.ts';

export const getServerTimestamp: Operation = ({ org }) => ({
  timestamp: wholeSeconds(org.clock.now()),
});

export const getUserInfo: Operation = ({ org, caller }) => {
  const user = userRow(org, caller.userId);
  const organization = org.schema.object('Organization');
  const home = organization && org.database.table(organization).get(org.residents.orgId);
  return {
    accessibilityMode: false,
    chatterExternal: false,
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 5_242_880,
    orgDefaultCurrencyIsoCode: 'USD',
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: org.features.has('personAccounts'),
    organizationId: org.residents.orgId,
    organizationMultiCurrency: org.features.has('multiCurrency'),
    organizationName: textOf(home, 'Name'),
    profileId: textOf(user, 'ProfileId'),
    sessionSecondsValid: 7200,
    userEmail: textOf(user, 'Email'),
    userFullName: textOf(user, 'Name'),
    userId: caller.userId,
    userLanguage: textOf(user, 'LanguageLocaleKey'),
    userLocale: textOf(user, 'LocaleSidKey'),
    userName: textOf(user, 'Username'),
    userTimeZone: textOf(user, 'TimeZoneSidKey'),
    userType: textOf(user, 'UserType'),
    userUiSkin: 'Theme3',
  };
};

/** Nobody has a password here, as in orgs that allow OAuth alone. */
export function refuseLogin(): never {
  throw refuse('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
}

export const logout: Operation = ({ org, session }) => {
  org.sessions.revoke(session);
  return undefined;
};

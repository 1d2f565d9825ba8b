import type { App } from '../oauth/apps.ts';
import { activeUser } from '../oauth/token.ts';
import type { Org } from '../org.ts';
import type { Rules } from '../records/rules.ts';
import { administrator } from '../schema/rights.ts';
import { ADMIN_USERNAME, WORKER_USERNAME } from '../seed.ts';
import { runQuery } from '../soql/query.ts';

/** What a test or the control routes can do with an org that no client of it can. */
export interface Controls {
  registerApp(app: App): void;
  /** A refresh token, as if the user had allowed the app in a browser. */
  issueRefreshToken(grant: { clientId: string; username: string }): string;
  /** From now on every access token handed out so far is refused. */
  expireSessions(): void;
  /** API calls in 24 hours. */
  setDailyLimit(max: number): void;
  /** How long a deploy waits in the queue, on the org's clock. */
  setDeployDelay(milliseconds: number): void;
  /** Duplicate rules, validation rules, locks and row faults: what stands in the way of a write. */
  readonly rules: Rules;
  readonly rowFaults: Rules['rowFaults'];
  /** What a system administrator would see; numbers as JavaScript numbers. */
  query(soql: string): Record<string, unknown>[];
  usernames: { admin: string; worker: string };
}

/** `org` is asked anew at every call, for a reset replaces it. */
export function createControls(org: () => Org): Controls {
  return {
    registerApp: (app) => org().apps.register(app),
    issueRefreshToken: ({ clientId, username }) =>
      org().sessions.issueRefresh({ clientId, userId: activeUser(org(), username).Id }),
    expireSessions: () => org().sessions.expireAll(),
    setDailyLimit: (max) => {
      org().allowance.max = max;
    },
    setDeployDelay: (milliseconds) => {
      org().deployments.delayMs = milliseconds;
    },
    get rules() {
      return org().rules;
    },
    get rowFaults() {
      return org().rules.rowFaults;
    },
    query: (soql) => askAsAdmin(org(), soql),
    usernames: { admin: ADMIN_USERNAME, worker: WORKER_USERNAME },
  };
}

function askAsAdmin(org: Org, soql: string): Record<string, unknown>[] {
  const caller = {
    userId: org.residents.adminId,
    rights: administrator,
    allowDuplicates: false,
  };
  const result = runQuery(org, caller, soql, { version: 'v66.0', withDeleted: false });
  const records = JSON.stringify(result.slice(0, result.length));
  return JSON.parse(records) as Record<string, unknown>[];
}

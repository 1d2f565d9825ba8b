import { eventControls, type EventControls } from '../events/controls.ts';
import type { App } from '../oauth/apps.ts';
import { activeUser } from '../oauth/token.ts';
import type { Org } from '../org.ts';
import { linkNamespace } from '../packaging/namespaces.ts';
import type { LeadFieldMapping } from '../people/settings.ts';
import { purge } from '../records/restore.ts';
import { enableFeature } from '../records/enable-feature.ts';
import type { DuplicateResultKey, Rules, ValidationRule } from '../records/rules.ts';
import { addValidationRule } from '../records/validation.ts';
import type { ConcurrentLimit, Latency } from '../rest/traffic.ts';
import type { Feature } from '../schema/features/features.ts';
import type { SharingModel } from '../schema/model.ts';
import { administrator } from '../schema/rights.ts';
import { ADMIN_USERNAME, WORKER_USERNAME } from '../seed.ts';
import { runQuery } from '../soql/query.ts';

/** What a test or the control routes can do with an org that no client of it can. */
export interface Controls extends EventControls {
  registerApp(app: App): void;
  /** A refresh token, as if the user had allowed the app in a browser. */
  issueRefreshToken(grant: { clientId: string; username: string }): string;
  /** From now on every access token handed out so far is refused. */
  expireSessions(): void;
  /** API calls in 24 hours. */
  setDailyLimit(max: number): void;
  /** Makes the org a Dev Hub, or an ordinary org again. */
  setHub(hub: boolean): void;
  /** Links a namespace to the hub, so that packages of it can be made. */
  linkNamespace(namespace: string): void;
  /** Long requests that may be under way at once; only those that take so long already count. */
  setConcurrentLimit(limit: ConcurrentLimit): void;
  /** How long every answer of the org takes, on the org's clock. */
  setLatency(latency: Latency): void;
  /** Requests that wait for their answer because the org is slow. */
  requestsUnderWay(): number;
  /** Gives the org a feature for good, as Setup or Salesforce Support does. */
  enableFeature(feature: Feature): void;
  /** Refuses rows of which the formula is true. Throws when it is no formula. */
  addValidationRule(rule: ValidationRule): void;
  /** How long a deploy waits in the queue, on the org's clock. */
  setDeployDelay(milliseconds: number): void;
  /** The organisation-wide default of an object: who may do what with records of others. */
  setSharing(setting: { object: string; model: SharingModel }): void;
  /** Where custom fields of a Lead go at its conversion; a bare name to the Contact's of that name. */
  mapLeadFields(fields: (string | LeadFieldMapping)[]): void;
  /**
   * Somebody else works on the record: so many writes to it, and to rows pointing at it, are refused,
   * or all within so many milliseconds on the org's clock.
   */
  lockFor(recordId: string, how: { times: number } | { milliseconds: number }): void;
  /** How the answer to a duplicate spells its key: orgs are known to misspell it. */
  setDuplicateResultKey(key: DuplicateResultKey): void;
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
    ...eventControls(org),
    registerApp: (app) => org().apps.register(app),
    issueRefreshToken: ({ clientId, username }) =>
      org().sessions.issueRefresh({ clientId, userId: activeUser(org(), username).Id }),
    expireSessions: () => org().sessions.expireAll(),
    setDailyLimit: (max) => {
      org().allowance.max = max;
    },
    setHub: (hub) => {
      org().packaging.setHub(hub);
      org().reload();
    },
    linkNamespace: (namespace) => linkNamespace(org(), namespace),
    setSharing: (setting) => org().sharing.set(setting),
    mapLeadFields: (fields) => org().leadConversion.map(fields),
    lockFor: (recordId, how) => {
      const until = 'milliseconds' in how && org().clock.now().getTime() + how.milliseconds;
      const span = until ? { until: new Date(until).toISOString() } : how;
      org().rules.locks.add({ recordId, ...span });
    },
    setDuplicateResultKey: (key) => org().rules.setDuplicateResultKey(key),
    setConcurrentLimit: (limit) => {
      org().traffic.limit = limit;
    },
    setLatency: (latency) => {
      org().traffic.latency = latency;
    },
    requestsUnderWay: () => org().traffic.underWay(),
    enableFeature: (feature) => enableFeature(org(), feature),
    addValidationRule: (rule) => addValidationRule(org(), rule),
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
  purge(org);
  const caller = {
    userId: org.residents.adminId,
    rights: administrator,
    allowDuplicates: false,
  };
  const result = runQuery(org, caller, soql, { version: 'v66.0', withDeleted: false });
  const records = JSON.stringify(result.slice(0, result.length));
  return JSON.parse(records) as Record<string, unknown>[];
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { Connection, type HttpRequest } from 'jsforce';
import type { Org } from '../../shared/orgs.ts';
import { callFailure, RenewalRefused } from './call-failure.ts';
import type { Token } from './token.ts';

/** First version with generally available GraphQL mutations; raised deliberately. */
export const API_VERSION = '66.0';

/** Every call ends by then; jsforce alone would wait 30 minutes. */
const DEADLINE_MS = 60_000;

/** jsforce renews a token as often as it meets a 401; one call may cause one renewal. */
const currentCall = new AsyncLocalStorage<Call>();

interface Call {
  renewals: number;
  /** What a renewal threw: jsforce puts an error of its own, without a cause, in its place. */
  refusal?: unknown;
}

/** How the stations talk to one org. All failures are `Failure`s. */
export interface SalesforceClient {
  readonly org: Org;
  /** Path below `/services/data/vNN.0`, such as `/composite`. */
  request<T>(
    method: HttpRequest['method'],
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
  /** Calls made so far; they are the customer's money. */
  readonly calls: number;
  /** API calls of the whole org in 24 hours, as its last answer said. */
  readonly usage: { used: number; max: number } | undefined;
  /** Whose session it is, for what does not go through the REST API. Signs in when needed. */
  session(): Promise<Session>;
}

export interface Session {
  accessToken: string;
  instanceUrl: string;
  /** 18 characters. */
  organizationId: string;
}

/** `signIn` asks for a new access token, as often as the former one ends. */
export function createSalesforceClient(
  org: Org,
  signIn: () => Promise<Token>,
  { deadlineMs = DEADLINE_MS }: { deadlineMs?: number } = {},
): SalesforceClient {
  let connection: Promise<Connection> | undefined;
  let calls = 0;
  let usage: SalesforceClient['usage'];
  let organizationId = '';

  async function connect(): Promise<Connection> {
    const token = await signIn();
    organizationId = token.organizationId;
    return new Connection({
      instanceUrl: token.instanceUrl,
      accessToken: token.accessToken,
      version: API_VERSION,
      callOptions: { client: 'cartbridge' },
      refreshFn: (renewing, done) => {
        renew(renewing).then(
          (accessToken) => void done(null, accessToken),
          (error: unknown) => void done(error as Error),
        );
      },
    });
  }

  async function renew(renewing: Connection): Promise<string> {
    const call = currentCall.getStore() ?? { renewals: 0 };
    try {
      if (++call.renewals > 1) throw new RenewalRefused();
      const token = await signIn();
      // After a move of the org the old address would refuse every token: begin anew next time.
      if (token.instanceUrl !== renewing.instanceUrl) connection = undefined;
      return token.accessToken;
    } catch (error) {
      call.refusal = error;
      throw error;
    }
  }

  return {
    org,
    get calls() {
      return calls;
    },
    get usage() {
      return usage;
    },
    async session() {
      connection ??= connect();
      try {
        const { accessToken, instanceUrl } = await connection;
        return { accessToken: accessToken ?? '', instanceUrl, organizationId };
      } catch (error) {
        connection = undefined;
        throw callFailure(error);
      }
    },
    async request<T>(
      method: HttpRequest['method'],
      path: string,
      body?: unknown,
      headers?: Record<string, string>,
    ): Promise<T> {
      calls += 1;
      const call: Call = { renewals: 0 };
      try {
        connection ??= connect();
        const ready = await connection;
        const answer = await currentCall.run(call, () =>
          send<T>(ready, deadlineMs, method, path, body, headers),
        );
        const { apiUsage } = ready.limitInfo;
        if (apiUsage) usage = { used: apiUsage.used, max: apiUsage.limit };
        return answer;
      } catch (error) {
        const failure = callFailure(call.refusal ?? error);
        if (failure.kind === 'salesforce_auth') connection = undefined;
        // A sign-in that failed must not be remembered as the connection.
        await connection?.catch(() => {
          connection = undefined;
        });
        throw failure;
      }
    },
  };
}

function send<T>(
  connection: Connection,
  deadlineMs: number,
  method: HttpRequest['method'],
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const request = {
    method,
    url: `${connection.instanceUrl}/services/data/v${API_VERSION}${path}`,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
  // Retrying is the buffer's: it knows what else waits. jsforce would repeat only reads.
  return connection.request<T>(request, {
    timeout: deadlineMs,
    retry: { maxRetries: 0 },
  });
}

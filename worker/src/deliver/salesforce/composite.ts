import type { SalesforceClient } from './client.ts';
import { API_VERSION } from './client.ts';
import { callFailure } from './call-failure.ts';
import type { Failure } from '../../shared/failure.ts';

export interface Subrequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `/services/data/vNN.0`. */
  path: string;
  body?: unknown;
  /** Of this part of the call alone. */
  headers?: Record<string, string>;
}

export type Subresponse =
  | { ok: true; body: unknown }
  | {
      ok: false;
      failure: Failure;
      /** Set when Salesforce could not read the request itself: nothing of it was worked on. */
      unreadable?: { code: string; message: string };
    };

/** Of the 25 subrequests of a Composite call, at most five may be queries or Collections. */
const SUBREQUESTS = 25;
const HEAVY_SUBREQUESTS = 5;

interface CompositeAnswer {
  compositeResponse: { body: unknown; httpStatusCode: number }[];
}

/**
 * Runs the subrequests in their order, as many of them in one API call as it takes. A call that
 * fails as a whole fails its own subrequests and those after it; what was written before stays.
 */
export async function runComposite(
  client: SalesforceClient,
  subrequests: Subrequest[],
): Promise<Subresponse[]> {
  const responses: Subresponse[] = [];
  for (const some of byCall(subrequests)) {
    try {
      responses.push(...(await call(client, some)));
    } catch (error) {
      const failure = callFailure(error);
      const unanswered = subrequests.slice(responses.length);
      return [...responses, ...unanswered.map(() => ({ ok: false as const, failure }))];
    }
  }
  return responses;
}

function byCall(subrequests: Subrequest[]): Subrequest[][] {
  const calls: Subrequest[][] = [];
  let heavy = 0;
  for (const subrequest of subrequests) {
    const weight = /^\/(query|queryAll|composite)\b/.test(subrequest.path) ? 1 : 0;
    const last = calls.at(-1);
    if (last && last.length < SUBREQUESTS && heavy + weight <= HEAVY_SUBREQUESTS) {
      last.push(subrequest);
      heavy += weight;
    } else {
      calls.push([subrequest]);
      heavy = weight;
    }
  }
  return calls;
}

async function call(client: SalesforceClient, subrequests: Subrequest[]): Promise<Subresponse[]> {
  const answer = await client.request<CompositeAnswer>('POST', '/composite', {
    allOrNone: false,
    compositeRequest: subrequests.map(({ method, path, body, headers }, index) => ({
      method,
      url: `/services/data/v${API_VERSION}${path}`,
      referenceId: `part${index}`,
      ...(body !== undefined && { body }),
      ...(headers && { httpHeaders: headers }),
    })),
  });
  return answer.compositeResponse.map(({ body, httpStatusCode }) =>
    httpStatusCode < 300 ? { ok: true, body } : refused(firstError(body, httpStatusCode)),
  );

  function refused(error: ApiError): Subresponse {
    const failure = callFailure(error);
    const { errorCode: code, message, status } = error;
    const isUnreadable = status === 400 && failure.kind === 'unexpected';
    return { ok: false, failure, ...(isUnreadable && { unreadable: { code, message } }) };
  }
}

interface ApiError extends Error {
  errorCode: string;
  status: number;
}

function firstError(body: unknown, status: number): ApiError {
  const first = (Array.isArray(body) ? body[0] : body) as {
    errorCode?: string;
    message?: string;
  } | null;
  return Object.assign(new Error(first?.message ?? 'no message'), {
    errorCode: first?.errorCode ?? `ERROR_HTTP_${status}`,
    status,
  });
}

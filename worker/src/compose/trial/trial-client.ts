import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { createQuestions, notAskedYet, type Questions } from './asked-ahead.ts';

type Method = Parameters<SalesforceClient['request']>[0];

interface Reading {
  method: Method;
  path: string;
  body: unknown;
}

interface Subrequest {
  method: string;
  url: string;
  body?: unknown;
}

export interface TrialClient {
  client: SalesforceClient;
  reads: Questions<Reading, unknown>;
  /** Of the pass that began last: the bodies of the calls that would have been made to write. */
  writes: () => unknown[];
  /** Calls that were made to read, in all passes. */
  readCalls: () => number;
  begin: () => void;
}

/**
 * A client that sends no writing request: it is counted and answered as if Salesforce had taken all
 * of it. What reads is asked between two passes (`asked-ahead.ts`).
 */
export function createTrialClient(real: SalesforceClient): TrialClient {
  let writes: unknown[] = [];
  let readCalls = 0;
  const reads = createQuestions<Reading, unknown>(async (questions) => {
    const answers = new Map<string, unknown>();
    for (const [key, { method, path, body }] of questions) {
      readCalls += 1;
      answers.set(key, await real.request(method, path, body));
    }
    return answers;
  });

  // Not async: what is known is answered in the order in which it was asked.
  function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
    if (!onlyReads(method, path, body)) {
      writes.push(body);
      return Promise.resolve(asIfTaken(path, body) as T);
    }
    const known = reads.ask(nameOf(path, body), { method, path, body });
    return known ? Promise.resolve(known.answer as T) : Promise.reject(notAskedYet());
  }

  const client: SalesforceClient = {
    org: real.org,
    get calls() {
      return real.calls;
    },
    get usage() {
      return real.usage;
    },
    request,
    session: () => real.session(),
  };
  return {
    client,
    reads,
    writes: () => writes,
    readCalls: () => readCalls,
    begin() {
      writes = [];
    },
  };
}

function subrequestsIn(path: string, body: unknown): Subrequest[] | null {
  if (path !== '/composite') return null;
  return (body as { compositeRequest: Subrequest[] }).compositeRequest;
}

function onlyReads(method: Method, path: string, body: unknown): boolean {
  if (method === 'GET') return true;
  const parts = subrequestsIn(path, body);
  return method === 'POST' && (parts?.every((part) => part.method === 'GET') ?? false);
}

/**
 * What a read is remembered by: its words and its values, whatever the order of the values. People
 * who are new get another id in each pass, and with it another place in the list.
 */
function nameOf(path: string, body: unknown): string {
  const parts = subrequestsIn(path, body)?.map(({ url }) => url) ?? [path];
  const texts = parts.map((part) => decodeURIComponent(part));
  const values = texts.flatMap((text) => text.match(/'(?:[^'\\]|\\.)*'/g) ?? []).sort();
  const words = texts.map((text) => text.replaceAll(/'(?:[^'\\]|\\.)*'(?:, )?/g, ''));
  return JSON.stringify([words, values]);
}

function asIfTaken(path: string, body: unknown): unknown {
  const parts = subrequestsIn(path, body);
  if (!parts) return bodyFor('POST', path, body);
  return {
    compositeResponse: parts.map((part) => ({
      body: bodyFor(part.method, part.url, part.body),
      httpStatusCode: 200,
    })),
  };
}

/** The answers of the requests that `deliver` sends. */
function bodyFor(method: string, url: string, body: unknown): unknown {
  if (!url.includes('/composite/sobjects')) return { id: madeUpId(), success: true, errors: [] };
  if (method === 'DELETE') {
    const ids = /[?&]ids=([^&]*)/.exec(url)?.[1]?.split(',') ?? [];
    return ids.map((id) => ({ id, success: true, errors: [] }));
  }
  const { records } = body as { records: { id?: string }[] };
  return records.map(({ id }) => ({ id: id ?? madeUpId(), success: true, errors: [] }));
}

let made = 0;

/** No object's ids begin like this. */
function madeUpId(): string {
  made += 1;
  return `000trial${String(made).padStart(10, '0')}`;
}

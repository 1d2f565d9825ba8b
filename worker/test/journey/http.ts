/** A request that must succeed; JSON in and out, undefined for an empty answer. */
export async function call<Answer>(
  url: string,
  {
    method = 'GET',
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: unknown } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

/** A fault as every stand-in's control routes take it. */
export interface FaultOrder {
  method?: string;
  path?: string;
  times?: number;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  drop?: boolean;
  delayMs?: number;
  afterWork?: boolean;
}

export interface JournalLine {
  method: string;
  path: string;
  status: number;
  body?: string;
}

/** What every stand-in can be told, whatever it imitates. */
export interface Control {
  fault(fault: FaultOrder): Promise<void>;
  clearFaults(): Promise<void>;
  /** How many requests came whose path matches, and whose body does. */
  count(method: string, path: RegExp, body?: RegExp): Promise<number>;
  forgetRequests(): Promise<void>;
  /** Moves the stand-in's clock. */
  advance(milliseconds: number): Promise<void>;
}

export function controlOf(origin: string): Control {
  const at = (path: string): string => `${origin}/__local__${path}`;
  return {
    fault: (fault) => call(at('/faults'), { method: 'POST', body: fault }),
    clearFaults: () => call(at('/faults'), { method: 'DELETE' }),
    count: async (method, path, body = /(?:)/) => {
      const lines = await call<JournalLine[]>(at('/journal'));
      const fits = (line: JournalLine): boolean =>
        line.method === method && path.test(line.path) && body.test(line.body ?? '');
      return lines.filter(fits).length;
    },
    forgetRequests: () => call(at('/journal'), { method: 'DELETE' }),
    advance: async (advanceMs) => {
      await call(at('/clock'), { method: 'POST', body: { advanceMs } });
    },
  };
}

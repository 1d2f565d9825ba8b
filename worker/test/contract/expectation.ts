import { afterAll, afterEach, beforeAll, it } from 'vitest';

/** What holds of a system on the wire, be it the original or its stand-in. */
export interface Expectation<Place> {
  /** The end of a sentence that begins with the system's name. */
  holds: string;
  check: (place: Place) => Promise<void>;
}

/** Somewhere to try expectations at, whatever is there. */
export interface Site {
  /** Removes what an expectation made; throws when something stays. */
  clean: () => Promise<void>;
  close: () => Promise<void>;
}

export interface Answer {
  status: number;
  /** The body; undefined when it is no JSON. */
  json: unknown;
  text: string;
  headers: Headers;
}

/** A request over HTTP; a body that is no text is sent as JSON. */
export async function request(
  url: string,
  method: string,
  headers: Record<string, string>,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    json: isJson && text ? (JSON.parse(text) as unknown) : undefined,
    text,
    headers: response.headers,
  };
}

/** Makes a test of each expectation, all at one place, which is clean again after each. */
export function expectAll<Place extends Site>(
  open: () => Promise<Place>,
  expectations: Expectation<Place>[],
): void {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterEach(() => place.clean());
  afterAll(() => place.close());
  for (const { holds, check } of expectations) it(holds, () => check(place));
}

/** What begins with this is ours, also if a run could not remove it: made by the contract suite. */
export const MARK = 'Cartbridge contract test';

/** A name that no other run has. */
export function uniqueMark(): string {
  return `${MARK} ${Math.random().toString(36).slice(2, 8)}`;
}

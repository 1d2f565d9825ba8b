import { request, uniqueMark, type Answer, type Site } from '../expectation.ts';

/** A store, local or real. */
export interface StoreSite extends Site {
  /** Part of the names of all that a test makes. */
  mark: string;
  /** An email address of nobody. */
  email: string;
  /** `path` begins with `/v2` or `/v3`; a header replaces one of its name. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Deletes this path after the test, unless it is gone by then. */
  remove: (path: string) => void;
}

export function openStoreSite(
  { apiUrl, token }: { apiUrl: string; token: string },
  close: () => Promise<void>,
): StoreSite {
  const mark = uniqueMark();
  let paths: string[] = [];
  const call: StoreSite['call'] = (method, path, body, headers) =>
    request(
      apiUrl + path,
      method,
      { 'x-auth-token': token, accept: 'application/json', ...headers },
      body,
    );
  return {
    mark,
    email: `${mark.replace(/\W+/g, '.').toLowerCase()}@example.com`,
    call,
    close,
    remove: (path) => void paths.unshift(path),
    async clean() {
      const made = paths;
      paths = [];
      for (const path of made) {
        const { status, text } = await call('DELETE', path);
        if (status >= 400 && status !== 404) {
          throw new Error(`${path} stays in the store; delete it by hand: ${status} ${text}`);
        }
      }
    },
  };
}

/** The number at `id` of the first of what an answer of v3 brings. */
export function idOf({ json, text }: Answer): number {
  const { data } = (json ?? {}) as { data?: { id?: number } | { id?: number }[] };
  const { id } = (Array.isArray(data) ? data[0] : data) ?? {};
  if (id === undefined) throw new Error(`The store gave no id: ${text}`);
  return id;
}

import { waitFor } from '../../kit/wait-for.ts';
import { request, uniqueMark, type Answer, type Site } from '../expectation.ts';

/** A business unit, local or real. */
export interface UnitSite extends Site {
  /** Part of the names of all that a test makes. */
  mark: string;
  /** An email address of nobody. */
  email: string;
  /** `path` is below `/api/v5/objects`; a header with an empty text is left out. */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Makes something, answers its id, and deletes it after the test. */
  create: (path: string, body: object) => Promise<number>;
  /** Waits until a read shows something: what is read may be a minute old. */
  shows: (path: string, right: (json: unknown) => boolean) => Promise<unknown>;
}

export interface UnitLogin {
  /** Such as `https://pi.demo.pardot.com`. */
  url: string;
  token: string;
  businessUnitId: string;
}

export function openUnitSite(login: UnitLogin, close: () => Promise<void>): UnitSite {
  const mark = uniqueMark();
  let paths: string[] = [];
  const call: UnitSite['call'] = (method, path, body, headers = {}) => {
    const all = {
      authorization: `Bearer ${login.token}`,
      'pardot-business-unit-id': login.businessUnitId,
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return request(`${login.url}/api/v5/objects/${path}`, method, sent, body);
  };
  return {
    mark,
    email: `${mark.replace(/\W+/g, '.').toLowerCase()}@example.com`,
    call,
    close,
    async create(path, body) {
      const { json, status, text } = await call('POST', path, body);
      const { id } = (json ?? {}) as { id?: number };
      if (status !== 201 || id === undefined) throw new Error(`POST ${path}: ${status} ${text}`);
      paths.unshift(`${path}/${id}`);
      return id;
    },
    async shows(path, right) {
      let json: unknown;
      const look = async (): Promise<boolean> => {
        ({ json } = await call('GET', path));
        return right(json);
      };
      await waitFor(look, { what: `GET ${path} to show it`, timeoutMs: 90_000, everyMs: 5000 });
      return json;
    },
    async clean() {
      const made = paths;
      paths = [];
      for (const path of made) {
        const { status, text } = await call('DELETE', path);
        if (status >= 400 && status !== 404) {
          throw new Error(`${path} stays in the unit; delete it by hand: ${status} ${text}`);
        }
      }
    },
  };
}

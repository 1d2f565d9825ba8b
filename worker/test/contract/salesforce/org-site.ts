import { request, uniqueMark, type Answer, type Site } from '../expectation.ts';

/** An org, local or real. */
export interface OrgSite extends Site {
  /** The last name or name that every record of a test begins with; it is removed by it. */
  mark: string;
  /**
   * One call as the signed-in user. `path` is below `/services/data/v66.0` unless it begins with a
   * slash; a header with an empty text is left out.
   */
  call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  query: (soql: string) => Promise<Answer>;
  /** What names of the package begin with, such as `cb__`; undefined when it is not installed. */
  packagePrefix: string | undefined;
  /** Answers the new id; throws when the org refuses. */
  create: (object: 'Account' | 'Contact' | 'Lead', fields: object) => Promise<string>;
}

// A record of ours may look like one that a real org has.
const SAVE_DUPLICATES = { 'sforce-duplicate-rule-header': 'allowSave=true' };

export interface OrgLogin {
  url: string;
  token: string;
  packagePrefix?: string | undefined;
}

export function openOrgSite(
  { url, token, packagePrefix }: OrgLogin,
  close: () => Promise<void>,
): OrgSite {
  const mark = uniqueMark();
  // Where the mark stands in each object, children before their parents.
  const marked = [
    { object: 'Lead', field: 'LastName' },
    { object: 'Contact', field: 'LastName' },
    { object: 'Account', field: 'Name' },
  ];
  if (packagePrefix !== undefined) {
    const [object, field] = [`${packagePrefix}Order__c`, `${packagePrefix}External_Id__c`];
    marked.unshift({ object, field });
  }
  const call: OrgSite['call'] = (method, path, body, headers = {}) => {
    const address = path.startsWith('/') ? path : `/services/data/v66.0/${path}`;
    const all = { authorization: `Bearer ${token}`, ...SAVE_DUPLICATES, ...headers };
    const sent = Object.entries(all).filter(([, value]) => value !== '');
    return request(url + address, method, Object.fromEntries(sent), body);
  };
  const query: OrgSite['query'] = (soql) => call('GET', `query?q=${encodeURIComponent(soql)}`);

  async function idsOf(object: string, nameField: string): Promise<string[]> {
    const { json, text } = await query(
      `SELECT Id FROM ${object} WHERE ${nameField} LIKE '${mark}%' LIMIT 200`,
    );
    const { records } = json as { records?: { Id: string }[] };
    if (!records) throw new Error(`What the test made cannot be found again: ${text}`);
    return records.map(({ Id }) => Id);
  }

  return {
    mark,
    call,
    query,
    packagePrefix,
    close,
    async create(object, fields) {
      const { json, text } = await call('POST', `sobjects/${object}`, fields);
      const { id } = json as { id?: string };
      if (id === undefined) throw new Error(`${object} was not created: ${text}`);
      return id;
    },
    async clean() {
      for (const { object, field } of marked) {
        for (let ids = await idsOf(object, field); ids.length > 0;) {
          const { text } = await call('DELETE', `composite/sobjects?ids=${ids.join(',')}`);
          const left = await idsOf(object, field);
          if (left.some((id) => ids.includes(id))) {
            throw new Error(`${object} of "${mark}" stays in the org; delete it by hand: ${text}`);
          }
          ids = left;
        }
      }
    },
  };
}

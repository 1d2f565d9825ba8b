import type { StackDescription } from './stack-file.ts';

/** The org to bring the package to, and the administrator's token for it. */
export type TargetOrg = Pick<
  StackDescription['salesforce'],
  'instanceUrl' | 'accessToken' | 'apiVersion'
>;

interface Call {
  method?: 'GET' | 'POST' | 'PATCH';
  /** Sent as JSON, or as it is when it is a form. */
  body?: object;
}

/** One call of the org's REST API, below the version. Throws what the org has to say when it refuses. */
export async function callOrg<T>(org: TargetOrg, path: string, call: Call = {}): Promise<T> {
  const { method = 'GET', body } = call;
  const isForm = body instanceof FormData;
  const response = await fetch(`${org.instanceUrl}/services/data/v${org.apiVersion}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${org.accessToken}`,
      ...(body && !isForm && { 'content-type': 'application/json' }),
    },
    ...(body && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.ok) return (text ? JSON.parse(text) : undefined) as T;
  throw new Error(`The org refused ${method} ${path.split('?')[0] ?? ''}: ${reasons(text)}`);
}

/** The records of a query that fit into one answer. */
export async function queryOrg<T>(
  org: TargetOrg,
  soql: string,
  resource: 'query' | 'tooling/query' = 'query',
): Promise<T[]> {
  const path = `${resource}?q=${encodeURIComponent(soql)}`;
  return (await callOrg<{ records: T[] }>(org, path)).records;
}

function reasons(text: string): string {
  try {
    const errors = JSON.parse(text) as { errorCode: string; message: string }[];
    return errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join('; ');
  } catch {
    return text;
  }
}

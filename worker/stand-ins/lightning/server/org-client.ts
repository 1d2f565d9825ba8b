/** The org as this server asks it: as one user, by HTTP. */
export interface OrgClient {
  url: string;
  accessToken: string;
}

export interface Reply {
  status: number;
  body: unknown;
}

export async function askOrg(
  { url, accessToken }: OrgClient,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      'x-chatter-entity-encoding': 'false',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: text && isJson ? JSON.parse(text) : text };
}

/** The rows of a query. Throws with the org's own words when it is refused. */
export async function queryOrg<Row>(client: OrgClient, soql: string): Promise<Row[]> {
  const path = `/services/data/v66.0/query?q=${encodeURIComponent(soql)}`;
  const { status, body } = await askOrg(client, 'GET', path);
  if (status !== 200) throw new Error(`The org refused ${soql}: ${JSON.stringify(body)}`);
  return (body as { records: Row[] }).records;
}

import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import { Connection } from 'jsforce';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';

export const ADMIN_TOKEN = '00Dadmin!token';
export const CLIENT_ID = 'worker-app';
export const CLIENT_SECRET = 'worker-app-secret';
export const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicKeyPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();

/** An org with one app, whose key is ours and whose user is the worker's. */
export async function startOrg(
  options: Parameters<typeof startSalesforce>[0] = {},
): Promise<LocalOrg> {
  const username = 'worker@local-org.example';
  const app = { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, publicKeyPem, username };
  return startSalesforce({ adminToken: ADMIN_TOKEN, apps: [app], ...options });
}

export interface Claims {
  aud: string;
  sub?: string;
  iss?: string;
  exp?: number;
  key?: KeyObject;
}

export function assertion({ aud, sub, iss, exp, key }: Claims): Promise<string> {
  return new SignJWT({ exp: exp ?? Math.floor(Date.now() / 1000) + 180 })
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(iss ?? CLIENT_ID)
    .setSubject(sub ?? 'worker@local-org.example')
    .setAudience(aud)
    .sign(key ?? keys.privateKey);
}

/** jsforce, signed in as the worker's user by a JWT. */
export async function connectAsWorker(org: LocalOrg): Promise<Connection> {
  const connection = new Connection({ loginUrl: org.url, version: '66.0' });
  await connection.authorize({
    grant_type: JWT_BEARER,
    assertion: await assertion({ aud: org.url }),
  });
  return connection;
}

export function connectAsAdmin(org: LocalOrg): Connection {
  return new Connection({ instanceUrl: org.url, accessToken: ADMIN_TOKEN, version: '66.0' });
}

export interface Reply {
  status: number;
  text: string;
  json: unknown;
  headers: Headers;
}

/** A request as curl would send it: below /services/data/v66.0, as the administrator. */
export async function curl(
  org: LocalOrg,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const url = path.startsWith('/services') ? path : `/services/data/v66.0/${path}`;
  const response = await fetch(org.url + url, {
    method,
    headers: {
      authorization: `Bearer ${ADMIN_TOKEN}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    text,
    json: isJson && text ? JSON.parse(text) : undefined,
    headers: response.headers,
  };
}

/** The same as a function of an org that exists by the time it is called. */
export function askAs(org: () => LocalOrg) {
  return (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    curl(org(), method, path, body, headers);
}

export async function query(org: LocalOrg, soql: string): Promise<Reply> {
  return curl(org, 'GET', `query?q=${encodeURIComponent(soql)}`);
}

export async function create(org: LocalOrg, object: string, fields: object): Promise<string> {
  const { json, text } = await curl(org, 'POST', `sobjects/${object}`, fields);
  const { id } = json as { id?: string };
  if (!id) throw new Error(`${object} was not created: ${text}`);
  return id;
}

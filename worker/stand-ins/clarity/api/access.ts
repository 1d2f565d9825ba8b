import { randomBytes } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { bodyText } from '../../kit/server.ts';
import { nowOf, type Shop } from '../shop.ts';
import { Refusal } from './answers.ts';

export const SCOPES = ['read', 'attributes.write'] as const;
export type Scope = (typeof SCOPES)[number];

export interface TokenRow {
  token: string;
  scopes: Scope[];
  endsAt: string;
}

const LIFE_SECONDS = 3600;

/** OAuth 2.0 client credentials (RFC 6749, 4.4): by Basic or in the form, never both. */
export function tokenRoutes(shop: Shop): Router {
  const routes = express.Router();
  routes.post('/oauth/token', (request, response) => {
    response.set('Cache-Control', 'no-store');
    const isForm = request.is('application/x-www-form-urlencoded') !== false;
    const form = new URLSearchParams(bodyText(request));
    const wrong = isForm ? refusalOf(shop, request.get('authorization'), form) : 'invalid_request';
    if (wrong === undefined) response.json(newToken(shop, scopesOf(form)));
    else response.status(wrong === 'invalid_client' ? 401 : 400).json({ error: wrong });
  });
  return routes;
}

/** The error of RFC 6749, 5.2; undefined when a token is due. */
function refusalOf(
  shop: Shop,
  header: string | undefined,
  form: URLSearchParams,
): string | undefined {
  if (form.get('grant_type') !== 'client_credentials') return 'unsupported_grant_type';
  if (!isClient(shop, header, form)) return 'invalid_client';
  const isKnown = askedScopes(form).every((scope) => SCOPES.some((known) => known === scope));
  return isKnown ? undefined : 'invalid_scope';
}

function askedScopes(form: URLSearchParams): string[] {
  return (form.get('scope') ?? SCOPES.join(' ')).split(' ').filter(Boolean);
}

function scopesOf(form: URLSearchParams): Scope[] {
  const asked = askedScopes(form);
  return SCOPES.filter((scope) => asked.includes(scope));
}

function newToken({ rows, clock }: Shop, scopes: Scope[]): object {
  const now = clock.now().getTime();
  for (const { token, endsAt } of rows.tokens.values()) {
    if (Date.parse(endsAt) <= now) rows.tokens.delete(token);
  }
  const token = randomBytes(24).toString('base64url');
  const endsAt = new Date(now + LIFE_SECONDS * 1000).toISOString();
  rows.tokens.set(token, { token, scopes, endsAt });
  return {
    ...{ access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS },
    scope: scopes.join(' '),
  };
}

function isClient({ identity }: Shop, header: string | undefined, form: URLSearchParams): boolean {
  const { clientId, clientSecret } = identity;
  if (header === undefined) {
    return form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
  }
  const [, encoded = ''] = /^Basic (.+)$/i.exec(header) ?? [];
  // RFC 6749 2.3.1: both halves are form-encoded before they become Basic.
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return decode(id) === clientId && decode(secret) === clientSecret && !form.has('client_secret');
}

function decode(half: string): string {
  return new URLSearchParams(`half=${half}`).get('half') ?? '';
}

/** Lets in who shows a living token or the API key, and knows what each may do. */
export function checkAccess(shop: Shop) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const needed: Scope = request.method === 'GET' ? 'read' : 'attributes.write';
    const scopes = scopesFor(shop, request);
    if (!scopes) throw new Refusal(401, 'invalid_token', 'The token or key is missing or ended.');
    if (!scopes.includes(needed)) {
      throw new Refusal(403, 'insufficient_scope', `This call needs the scope "${needed}".`);
    }
    next();
  };
}

function scopesFor(shop: Shop, request: Request): readonly Scope[] | undefined {
  if (request.get('x-api-key') === shop.identity.apiKey) return SCOPES;
  const [, token = ''] = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const row = shop.rows.tokens.get(token);
  return row && row.endsAt > nowOf(shop) ? row.scopes : undefined;
}

import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { OrgId } from '../shared/ids.ts';
import { createCookie } from './cookies.ts';

const HOUR_MS = 3_600_000;

const sessionShape = z.object({
  id: z.string(),
  org: z.string().transform((id) => id as OrgId),
  /** Whom the worker acts as, by username. */
  user: z.string(),
  /** The screen in Salesforce from which the person came; empty when there was none. */
  returnTo: z.string(),
  expiresAt: z.number(),
  /** What was connected last. */
  shop: z
    .object({
      name: z.string(),
      /** Null: its owner sets its webhooks up in the shop. */
      hooks: z.object({ created: z.number(), updated: z.number(), kept: z.number() }).nullable(),
    })
    .optional(),
});
/** Somebody who signed in to an org within the last hour. It says nothing that is secret. */
export type Session = z.infer<typeof sessionShape>;

/** Sessions live in a signed cookie, so that every web process knows them. */
export interface Sessions {
  /** Undefined when there is none, when it is over, and when we did not sign it. */
  read(request: Request): Session | undefined;
  begin(response: Response, about: Pick<Session, 'org' | 'user' | 'returnTo'>): void;
  change(response: Response, session: Session): void;
  end(response: Response): void;
  /** What each form of the session carries: other sites cannot know it. */
  formToken(session: Session): string;
  isFormToken(session: Session, token: unknown): boolean;
}

/** `key` is the vault's first; what is signed here can be derived from it, and not the other way. */
export function createSessions(workerUrl: string, key: Uint8Array): Sessions {
  const cookie = createCookie(workerUrl, 'cartbridge_session');
  const signingKey = Buffer.from(hkdfSync('sha256', key, '', 'cartbridge pages', 32));
  const sign = (text: string): string =>
    createHmac('sha256', signingKey).update(text).digest('base64url');

  function change(response: Response, session: Session): void {
    const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
    const value = `${payload}.${sign(`session ${payload}`)}`;
    cookie.set(response, value, session.expiresAt - Date.now());
  }

  const formToken = ({ id }: Session): string => sign(`form ${id}`);

  return {
    change,
    end: (response) => cookie.set(response, '', 0),
    formToken,
    read(request) {
      const [payload = '', signature = ''] = (cookie.read(request) ?? '').split('.');
      if (!same(signature, sign(`session ${payload}`))) return undefined;
      // One that an older release signed may say less: then the person signs in again.
      const text = Buffer.from(payload, 'base64url').toString();
      const { data: session } = sessionShape.safeParse(JSON.parse(text));
      return session && session.expiresAt > Date.now() ? session : undefined;
    },
    begin(response, about) {
      const id = randomBytes(16).toString('base64url');
      change(response, { ...about, id, expiresAt: Date.now() + HOUR_MS });
    },
    isFormToken: (session, token) => typeof token === 'string' && same(token, formToken(session)),
  };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { describe, expect, it } from 'vitest';
import { createSessions, type Session } from '../../src/pages/session.ts';

describe('a session that another release signed', () => {
  it('is none, so that the person signs in again', () => {
    const sessions = createSessions('http://localhost:3000', randomBytes(32));
    let cookie = '';
    const response = {
      cookie: (name: string, value: string) => (cookie = `${name}=${value}`),
    } as unknown as Response;
    const request = { get: () => cookie } as unknown as Request;
    const session = {
      id: 'x',
      org: 'org-1',
      user: 'ada',
      returnTo: '',
      expiresAt: Date.now() + 9e5,
    };
    sessions.change(response, session as Session);
    expect(sessions.read(request)?.user).toBe('ada');

    sessions.change(response, { ...session, returnTo: undefined } as unknown as Session);

    expect(sessions.read(request)).toBeUndefined();
  });
});

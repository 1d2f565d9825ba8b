import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from './context.ts';
import { isFromHere } from './guard.ts';
import type { Session } from './session.ts';
import { html, type Html } from './view/html.ts';
import { sendProblem } from './view/page.ts';

const tokenShape = z.object({ formToken: z.string() }).catch({ formToken: '' });

/** What every form carries, and `sessionOfForm` looks for. */
export function formTokenField(token: string): Html {
  return html`<input type="hidden" name="formToken" value="${token}" />`;
}

/**
 * The session in which one of our forms was sent. Undefined when there is none, or when the form is
 * not ours: then a page that says so has been sent.
 */
export function sessionOfForm(
  { sessions, settings, log }: Context,
  request: Request,
  response: Response,
): Session | undefined {
  const session = sessions.read(request);
  if (!session) {
    sendSignedOut(response);
    return undefined;
  }
  const { formToken } = tokenShape.parse(request.body);
  if (!isFromHere(request, settings.workerUrl) || !sessions.isFormToken(session, formToken)) {
    log.warn({ org: session.org }, 'form.forged');
    sendForged(response, settings.workerUrl);
    return undefined;
  }
  return session;
}

function sendSignedOut(response: Response): void {
  sendProblem(response, {
    status: 401,
    heading: 'Your sign-in has ended',
    what: 'You signed in more than an hour ago, or not in this browser. Nothing was saved.',
    next: 'Sign in to Salesforce again, then fill in the form once more.',
    action: { href: '/connect/salesforce?next=shop', label: 'Sign in to Salesforce' },
  });
}

function sendForged(response: Response, workerUrl: string): void {
  sendProblem(response, {
    status: 403,
    heading: 'This form was not sent from its own page',
    what: 'Nothing was saved, because the form did not come from the page that Cartbridge made for you.',
    next: 'Open the form again at the address below, and send it from there.',
    action: { href: `${workerUrl}/connect/shop`, label: 'Open the form' },
  });
}

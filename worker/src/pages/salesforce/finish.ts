import type { Request, Response } from 'express';
import { askForToken, type Token } from '../../deliver/salesforce/token.ts';
import { asFailure } from '../../shared/failure.ts';
import { describeFailure } from '../../shared/log.ts';
import type { Context } from '../context.ts';
import { sendProblem, type Problem } from '../view/page.ts';
import { askForObjects, askForOrgName, askForUser, giveBack, type DescribedObject } from './ask.ts';
import { connectOrg } from './connect-org.ts';
import { findPackage } from './find-package.ts';
import {
  again,
  lacksRights,
  notToBeReached,
  SIGN_IN_PROBLEMS,
  type SignInProblem,
} from './problems.ts';
import { takeSignIn, type Onward } from './sign-ins.ts';
import { browserCookie, callbackUrl } from './start.ts';

/** Ends the sign-in with a page that says why. */
class Ended extends Error {
  readonly code: string;
  readonly problem: Omit<Problem, 'action'>;

  constructor(code: string, problem: Omit<Problem, 'action'>) {
    super(code);
    this.code = code;
    this.problem = problem;
  }
}

const ended = (code: SignInProblem): Ended => new Ended(code, SIGN_IN_PROBLEMS[code]);

/** `GET /connect/salesforce/callback`: the way back from Salesforce. */
export async function finishSignIn(
  context: Context,
  request: Request,
  response: Response,
): Promise<void> {
  const { log, sessions, settings } = context;
  try {
    const onward = await take(context, request);
    const token = await exchange(context, onward.verifier, textOf(request.query.code));
    const { id, user } = await keepOrGiveBack(context, token);
    sessions.begin(response, { org: id, user, returnTo: onward.returnTo });
    log.info({ org: id }, 'sign_in.done');
    response.redirect(303, onward.nextPage === 'shop' ? '/connect/shop' : '/connect');
  } catch (error) {
    const end = error instanceof Ended ? error : unforeseen(error);
    const why = error instanceof Ended ? {} : describeFailure(asFailure(error));
    log.warn({ refused: end.code, ...why }, 'sign_in.refused');
    sendProblem(response, { ...end.problem, action: again(settings.workerUrl) });
  }
}

async function take(context: Context, request: Request): Promise<Onward & { verifier: string }> {
  const { pool, vault } = context;
  const browser = browserCookie(context).read(request) ?? '';
  const taken = await takeSignIn(pool, vault, browser, textOf(request.query.state));
  if (taken.outcome !== 'taken') throw ended(taken.outcome);
  const { error } = request.query;
  if (error !== undefined) throw ended(error === 'access_denied' ? 'denied' : 'refused');
  return taken;
}

async function exchange({ settings }: Context, verifier: string, code: string): Promise<Token> {
  const { clientId = '', clientSecret, loginUrl } = settings.salesforce;
  try {
    return await askForToken(loginUrl, {
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      ...(clientSecret && { client_secret: clientSecret }),
      redirect_uri: callbackUrl(settings.workerUrl),
      code_verifier: verifier,
    });
  } catch (error) {
    if (asFailure(error).kind === 'salesforce_auth') throw ended('refused');
    throw error;
  }
}

async function keepOrGiveBack(context: Context, token: Token) {
  try {
    return await keep(context, token);
  } catch (error) {
    await giveBack(context.settings.salesforce.loginUrl, token);
    throw error;
  }
}

/** Saves the org of the token, once it is sure that the worker can work there. */
async function keep(context: Context, token: Token) {
  if (!token.refreshToken) throw ended('no_refresh_token');
  const { preferred_username: user, organization_id: organizationId } = await askForUser(token);
  const found = findPackage(await objectsOf(token, user));
  if (found.found === 'nothing') throw ended('nothing');
  if (found.found === 'in_part') throw new Ended('in_part', lacksRights(user, found.missing));
  const id = await connectOrg(context, {
    ...{ organizationId, namespace: found.namespace, name: await askForOrgName(token) },
    refreshToken: token.refreshToken,
  });
  return { id, user };
}

async function objectsOf(token: Token, user: string): Promise<DescribedObject[]> {
  try {
    return await askForObjects(token);
  } catch (error) {
    if (asFailure(error).kind !== 'salesforce_setup') throw error;
    throw new Ended('in_part', lacksRights(user, ['anything through the API']));
  }
}

function unforeseen(error: unknown): Ended {
  const failure = asFailure(error);
  if (failure.kind === 'salesforce_unavailable')
    return new Ended(failure.kind, notToBeReached(error));
  throw error;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

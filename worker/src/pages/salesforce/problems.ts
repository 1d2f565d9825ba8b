import { asFailure } from '../../shared/failure.ts';
import type { Problem } from '../view/page.ts';

export const again = (workerUrl: string) => ({
  href: `${workerUrl}/connect/salesforce`,
  label: 'Sign in to Salesforce',
});

export type SignInProblem =
  'unknown' | 'too_late' | 'denied' | 'no_refresh_token' | 'nothing' | 'refused';

/** What the person reads when a sign-in comes to nothing; also the names in the log. */
export const SIGN_IN_PROBLEMS: Record<SignInProblem, Omit<Problem, 'action'>> = {
  unknown: {
    status: 400,
    heading: 'This sign-in cannot be finished',
    what: 'It was begun in another browser, or it was finished before.',
    next: 'Nothing was changed. Begin again in this browser, and allow cookies of this page.',
  },
  too_late: {
    status: 400,
    heading: 'This sign-in took too long',
    what: 'More than ten minutes have passed since it was begun.',
    next: 'Nothing was changed. Begin again.',
  },
  denied: {
    status: 403,
    heading: 'Access was not allowed',
    what: 'Salesforce says that access to the org was denied.',
    next: 'Nothing was changed. Begin again, choose Allow, and sign in as a user who may use the app.',
  },
  refused: {
    status: 502,
    heading: 'Salesforce refused the sign-in',
    what: 'Salesforce did not accept the app by which this worker signs in.',
    next: 'Begin again. If it happens again, compare the app’s callback address, its key and its secret with the worker’s settings.',
  },
  no_refresh_token: {
    status: 403,
    heading: 'Access would end after some hours',
    what: 'The app may not keep access: Salesforce gave no refresh token.',
    next: 'Add the scope “Perform requests at any time” (refresh_token) to the app in Salesforce, then begin again.',
  },
  nothing: {
    status: 403,
    heading: 'Cartbridge was not found in this org',
    what: 'The package Cartbridge is not installed in this org, or the user who signed in may see nothing of it.',
    next: 'Install the package, assign the permission set “Cartbridge Worker” to the user whom the worker shall act as, then begin again as that user.',
  },
};

/** The package is there, but the user may not write all that the worker writes. */
export function lacksRights(user: string, missing: string[]): Omit<Problem, 'action'> {
  return {
    status: 403,
    heading: 'This user lacks rights',
    what: `The user ${user} may not write: ${missing.join(', ')}.`,
    next: 'Assign the permission set “Cartbridge Worker” to this user, then begin again; or sign in as a user who has it.',
  };
}

export function notToBeReached(error: unknown): Omit<Problem, 'action'> {
  return {
    status: 502,
    heading: 'Salesforce does not answer',
    what: asFailure(error).message,
    next: 'Nothing was changed. Wait a minute, then begin again.',
  };
}

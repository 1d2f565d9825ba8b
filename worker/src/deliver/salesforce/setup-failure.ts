import { Failure } from '../../shared/failure.ts';

/** What a whole request is refused with when the org lacks a field or object, or hides it. */
export function isSetupCode(code: string): boolean {
  return /^(INVALID_FIELD|INVALID_TYPE|INVALID_FIELD_FOR_INSERT_UPDATE|NOT_FOUND)$/.test(code);
}

/** Something of the package is missing in the org, or the worker's user may not use it. */
export function setupFailure(code: string, cause: unknown): Failure {
  const missing = namesIn(cause instanceof Error ? cause.message : '');
  const what = missing.length > 0 ? missing.join(', ') : 'something it needs';
  return new Failure('salesforce_setup', `Salesforce does not let the worker use ${what}.`, {
    cause,
    nextStep:
      'Assign the permission set "Cartbridge Worker" to the worker’s user, and update the package if it is older than the worker.',
    details: { code, missing },
  });
}

/** The sentences in which Salesforce names what is missing. */
const SENTENCES = [
  /No such column '(\w+)'/,
  /sObject type '(\w+)'/,
  /create\/update fields: ([\w, ]+)\./,
  /external ID field does not exist or is not accessible: (\w+)/,
];

function namesIn(message: string): string[] {
  const names = SENTENCES.map((sentence) => sentence.exec(message)?.[1]).find(Boolean);
  return names?.split(', ') ?? [];
}

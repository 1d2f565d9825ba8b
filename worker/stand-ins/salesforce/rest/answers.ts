import type { Refused, Refusal } from '../records/refusal.ts';
import type { Answer } from './call.ts';

/** The error array of single calls, queries and malformed requests. */
export function errorAnswer(refused: Refused): Answer {
  return {
    status: refused.status,
    body: refused.refusals.map(({ code, message, fields, detail }) =>
      detail
        ? { ...detail, errorCode: code, message }
        : { message, errorCode: code, ...(fields && { fields }) },
    ),
    ...(refused.status === 401 && { headers: { 'WWW-Authenticate': 'Token' } }),
  };
}

/** The errors of one row of a collection, which name the code differently. */
export function rowErrors(refusals: Refusal[]) {
  return refusals.map(({ code, message, fields }) => ({
    statusCode: code,
    message,
    fields: fields ?? [],
  }));
}

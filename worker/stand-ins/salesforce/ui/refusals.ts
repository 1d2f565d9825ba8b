import { refuse, type Refused } from '../records/refusal.ts';

export function unsupportedObject(name: string): Refused {
  return refuse('INVALID_TYPE', `Object ${name} is not supported in UI API`);
}

export function noAccess(): Refused {
  return refuse(
    'INSUFFICIENT_ACCESS',
    'You don’t have access to this record. Ask your administrator for help or to request access.',
    undefined,
    403,
  );
}

export function noField(name: string, object: string): Refused {
  return refuse(
    'INVALID_FIELD',
    `No such column '${name}' on entity '${object}'. If you are attempting to use a custom field, ` +
      `be sure to append the '__c' after the custom field name. Please reference your WSDL or the ` +
      'describe call for the appropriate names.',
  );
}

/** A parameter of the URL or the body that has no such value. */
export function badParameter(message: string): Refused {
  return refuse('ILLEGAL_QUERY_PARAMETER_VALUE', message);
}

export function badBody(message: string): Refused {
  return refuse('POST_BODY_PARSE_ERROR', message);
}

import { refuse, type Refused } from '../records/refusal.ts';
import type { ObjectType } from '../schema/model.ts';

/** An error in the way queries show it: the text, a caret below the culprit, and what is wrong. */
export function complainAt(soql: string, culprit: string, code: string, message: string): Refused {
  const place = Math.max(soql.toLowerCase().indexOf(culprit.toLowerCase()), 0);
  const line = soql.replace(/\s/g, ' ');
  return refuse(
    code,
    `\n${line}\n${' '.repeat(place)}^\nERROR at Row:1:Column:${place + 1}\n${message}`,
  );
}

/** For platform events, which are never kept as records. */
export function noQuery({ name }: ObjectType): Refused {
  return refuse('INVALID_TYPE_FOR_OPERATION', `entity type ${name} does not support query`);
}

const REFERENCE = ' Please reference your WSDL or the describe call for the appropriate names.';

export function noColumn(soql: string, column: string, entity: string): Refused {
  return complainAt(
    soql,
    column,
    'INVALID_FIELD',
    `No such column '${column}' on entity '${entity}'. If you are attempting to use a custom ` +
      `field, be sure to append the '__c' after the custom field name.${REFERENCE}`,
  );
}

export function noType(soql: string, type: string): Refused {
  return complainAt(
    soql,
    type,
    'INVALID_TYPE',
    `sObject type '${type}' is not supported. If you are attempting to use a custom object, be ` +
      `sure to append the '__c' after the entity name.${REFERENCE}`,
  );
}

export function noRelationship(soql: string, name: string): Refused {
  return complainAt(
    soql,
    name,
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a ` +
      `custom relationship, be sure to append the '__r' after the custom relationship name.${REFERENCE}`,
  );
}

/** For what the language has and the local org has not, so that nobody takes it for an answer. */
export function notImitated(what: string): Refused {
  return refuse(
    'MALFORMED_QUERY',
    `unexpected token: ${what} (the local org does not know this part of SOQL)`,
  );
}

/** Patterns of the schema: read by browsers, by ajv and by editors, so without look-behind or flags. */

const NAME = '[^.\\s](?:[^.]*[^.\\s])?';

/** Names with dots between them, or a record such as `@person`; empty while nothing is chosen. */
export const PATH_PATTERN = `^(?:${NAME}(?:\\.${NAME}){0,11})?$`;

/** An API name with or without a namespace; empty while nothing is chosen. */
export const API_NAME_PATTERN = '^(?:[A-Za-z][A-Za-z0-9_]{0,79})?$';

export const ID_PATTERN = '^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$';

/** Assigned to, this name would replace what a record inherits from. */
export const TABLE_KEY_PATTERN = '^(?!__proto__$)';

export const COUNTRY_PATTERN = '^[A-Z]{2}$';

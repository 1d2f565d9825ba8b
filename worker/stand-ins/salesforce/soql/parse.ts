import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';

/** Throws MALFORMED_QUERY when the text is not SOQL. */
export function parseSoql(soql: string): Query {
  if (/\sALL\s+ROWS\s*$/i.test(soql)) {
    throw refuse('MALFORMED_QUERY', 'ALL ROWS not allowed in this context');
  }
  try {
    return parseQuery(soql);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const found = /but found(?::| -->) '([^']*)'/.exec(message)?.[1];
    const token = found === undefined || found === '' ? '<EOF>' : `'${found}'`;
    throw refuse('MALFORMED_QUERY', `unexpected token: ${token}`);
  }
}

import { createRequire } from 'node:module';
import type { Query } from '@jetstreamapp/soql-parser-js';
import { refuse } from '../records/refusal.ts';

const require = createRequire(import.meta.url);

// The parser builds its grammar while it is loaded, which would be a third of every start.
const parser = () =>
  require('@jetstreamapp/soql-parser-js') as typeof import('@jetstreamapp/soql-parser-js');

/** Throws MALFORMED_QUERY when the text is not SOQL. */
export function parseSoql(soql: string): Query {
  if (/\sALL\s+ROWS\s*$/i.test(soql)) {
    throw refuse('MALFORMED_QUERY', 'ALL ROWS not allowed in this context');
  }
  try {
    return parser().parseQuery(soql);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const found = /but found(?::| -->) '([^']*)'/.exec(message)?.[1];
    const token = found === undefined || found === '' ? '<EOF>' : `'${found}'`;
    throw refuse('MALFORMED_QUERY', `unexpected token: ${token}`);
  }
}

import type { Org } from '../org.ts';
import { normaliseId } from '../records/ids.ts';
import { refuse } from '../records/refusal.ts';
import { lookUpVersions } from '../packaging/look-up.ts';
import { isOpenedBy } from '../packaging/version.ts';

const KEY = /\s+AND\s+InstallationKey\s*=\s*'((?:[^'\\]|\\.)*)'/i;

/**
 * Readies the tables for a query, and answers the query as it is then to be run: who asks for a
 * version says with its id also its installation key, which is no field of any record.
 */
export function prepare(org: Org, soql: string): string {
  if (/\b(?:Subscriber|Installed)/i.test(soql)) lookUpVersions(org);
  if (!/\bFROM\s+SubscriberPackageVersion\b/i.test(soql)) return soql;
  const id = /\bWHERE\s+Id\s*=\s*'(\w+)'/i.exec(soql)?.[1];
  if (id === undefined) {
    throw refuse(
      'MALFORMED_QUERY',
      'Implementation restriction: You can only perform queries of the form Id = <id> [AND InstallationKey = <key>]',
    );
  }
  const key = KEY.exec(soql)?.[1]?.replace(/\\(.)/g, '$1');
  const version = org.packaging.shelf.get(normaliseId(id) ?? '');
  if (version && !isOpenedBy(version, key)) {
    throw refuse('INSTALL_KEY_INVALID', 'The installation key is invalid');
  }
  return soql.replace(KEY, '');
}

import { ownTargetId } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { list, queryAll } from '../../deliver/salesforce/query.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import type { Pool, Queryable } from '../../shared/database/pool.ts';
import type { OrgId, SalesforceId } from '../../shared/ids.ts';
import type { Mapper } from '../rows/map-row.ts';
import { accountOf } from './company-rows.ts';

/** As many as one Collections request takes; the rest stand without a parent, as their users have them. */
const MOST = 200;

interface Child {
  id: SalesforceId;
  parentId: SalesforceId;
}

/**
 * Hangs Accounts below one that was made after them, where they hang below none yet. Two API calls
 * where there are such Accounts, and none otherwise. A refusal leaves them as they are.
 * @param parents what was made just now, by key
 */
export async function adoptChildren(
  pool: Pool,
  client: SalesforceClient,
  { mapping }: Mapper,
  parents: ReadonlyMap<string, SalesforceId>,
): Promise<void> {
  const target = mapping.compiled.target(ownTargetId('Account'))?.target;
  const row = target?.rows.find(({ source, off }) => source[0] === '@parent' && off !== true);
  if (!row || parents.size === 0) return;
  const children = await childrenOf(pool, client.org.id, parents);
  if (children.length === 0) return;
  const ids = children.map(({ id }) => id);
  const [free = []] = await queryAll(client, [
    `SELECT Id FROM Account WHERE ${row.target} = null AND Id IN ${list(ids)}`,
  ]);
  const isFree = new Set(free.map(({ Id }) => Id));
  const rows = children
    .filter(({ id }) => isFree.has(id))
    .flatMap(({ id, parentId }): Row | [] => {
      const parent = accountOf('@parent', parentId)['@parent'];
      const key = `child:${id}`;
      const references = parent && { [row.target]: parent };
      return references ? { object: 'Account', key, target: { id }, fields: {}, references } : [];
    });
  if (rows.length > 0) await writeRows(client, rows);
}

async function childrenOf(
  db: Queryable,
  org: OrgId,
  parents: ReadonlyMap<string, SalesforceId>,
): Promise<Child[]> {
  const { rows } = await db.query<{ id: SalesforceId; parentKey: string }>(
    `select account_id as id, parent_key as "parentKey" from cartbridge.company
     where org_id = $1 and parent_key = any($2) and account_id is not null
     order by key limit ${MOST}`,
    [org, [...parents.keys()]],
  );
  return rows.flatMap(({ id, parentKey }) => {
    const parentId = parents.get(parentKey);
    return parentId && parentId !== id ? [{ id, parentId }] : [];
  });
}

import type { Mapping } from '#mapping-engine';
import type { Pool } from '../shared/database/pool.ts';
import { listCurrent } from '../shared/mapping-versions.ts';
import { listPaused, type PausedField } from './paused-fields.ts';
import { STAMP_FIELD, WHOLE } from './row.ts';
import type { SalesforceClient } from './salesforce/client.ts';
import { describeObjects } from './salesforce/describe.ts';

/**
 * Looks whether paused fields are back, or no mapping of the org writes them any more, and lets
 * those go on. Costs one API call for each object with a paused field, and none without.
 * @param isMeant which of them to look at; all unless told
 * @returns how many are paused still, of those that were meant, and how many are no longer
 */
export async function resumeFields(
  pool: Pool,
  client: SalesforceClient,
  isMeant: (field: PausedField) => boolean = () => true,
): Promise<{ resumed: number; paused: number }> {
  const org = client.org.id;
  const fields = (await listPaused(pool, org)).filter(isMeant);
  if (fields.length === 0) return { resumed: 0, paused: 0 };
  const mappings = (await listCurrent(pool, org)).map(({ definition }) => definition);
  const unused = fields.filter((field) => !mappings.some((mapping) => writes(mapping, field)));
  const asked = fields.filter((field) => !unused.includes(field));
  const describes = await describeObjects(
    client,
    asked.map(({ object }) => object),
  );
  const back = asked.filter((paused) => {
    const needed = paused.field === WHOLE ? keysOf(mappings, paused) : [paused.field];
    const fields = describes.get(paused.object)?.fields ?? [];
    return needed.every((field) =>
      fields.some(
        ({ name, createable, updateable }) => name === field && (createable || updateable),
      ),
    );
  });
  const over = [...unused, ...back];
  await pool.query(
    `delete from cartbridge.paused_field
     using unnest($2::text[], $3::text[]) as over (object, field)
     where org_id = $1 and paused_field.object = over.object and paused_field.field = over.field`,
    [org, over.map(({ object }) => object), over.map(({ field }) => field)],
  );
  await pool.query('update cartbridge.paused_field set checked_at = now() where org_id = $1', [
    org,
  ]);
  return { resumed: over.length, paused: fields.length - over.length };
}

/** By which the records of an object that admins added are found; one at least, as it is written. */
function keysOf(mappings: Mapping[], { object }: PausedField): string[] {
  const targets = mappings.flatMap((mapping) => mapping.targets);
  return targets.flatMap(({ object: own, key, off }) => (own === object && key && !off ? key : []));
}

function writes({ targets }: Mapping, { object, field }: PausedField): boolean {
  return targets.some(
    (target) =>
      target.object === object &&
      (field === STAMP_FIELD ||
        (field === WHOLE && target.key !== undefined && !target.off) ||
        target.rows.some((row) => row.target === field && !row.off)),
  );
}

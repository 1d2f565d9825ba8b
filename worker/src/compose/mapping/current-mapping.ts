import {
  beginMapping,
  compileMapping,
  defaultTemplate,
  type CompiledMapping,
  type MappingSettings,
  type Template,
} from '#mapping-engine';
import type { Pool, Queryable } from '../../shared/database/pool.ts';
import type { ShopId } from '../../shared/ids.ts';
import {
  currentMapping,
  currentNumber,
  saveVersion,
  type MappingVersion,
} from '../../shared/mapping-versions.ts';
import type { Shop } from '../../shared/shops.ts';

/** A mapping ready to be used, and the number it was published under. */
export interface CurrentMapping {
  number: number;
  compiled: CompiledMapping;
}

/** By database: the same shop of another one may have published something else. */
const compiled = new WeakMap<Pool, Map<ShopId, CurrentMapping>>();

/**
 * The mapping that holds in a shop now. Who asks once and keeps the answer finishes on the version
 * it began with, whatever is published meanwhile. Costs one small query; compiles a version once.
 */
export async function useCurrentMapping(pool: Pool, shop: Shop): Promise<CurrentMapping> {
  const known = compiled.get(pool) ?? new Map<ShopId, CurrentMapping>();
  compiled.set(pool, known);
  const number = await currentNumber(pool, shop.id);
  const before = known.get(shop.id);
  if (before?.number === number) return before;
  const version = await ensureMapping(pool, shop);
  const current = { number: version.number, compiled: compileMapping(version.definition) };
  known.set(shop.id, current);
  return current;
}

/** The version that holds in a shop; a new shop gets the template of its platform as version 1. */
export async function ensureMapping(pool: Pool, shop: Shop): Promise<MappingVersion> {
  const current = await currentMapping(pool, shop.id);
  if (current) return current;
  const template = defaultTemplate(shop.platform);
  const definition = beginMapping(template, await settingsOf(pool, shop.id, template));
  return saveVersion(
    pool,
    {
      ...{ shopId: shop.id, orgId: shop.orgId, definition, salesforceId: null },
      ...{ author: '', reason: `Template ${template.label}` },
    },
    { onlyFirst: true },
  );
}

/** Where the shop is, as it said when it was connected; the template's own for what it did not say. */
async function settingsOf(
  db: Queryable,
  shop: ShopId,
  { mapping: { settings } }: Template,
): Promise<MappingSettings> {
  const { rows } = await db.query<{ country: string | null; timeZone: string | null }>(
    `select settings->>'country' as country, settings->>'timeZone' as "timeZone"
     from cartbridge.shop where id = $1`,
    [shop],
  );
  const { country, timeZone } = rows[0] ?? {};
  return { country: country ?? settings.country, timeZone: timeZone ?? settings.timeZone };
}

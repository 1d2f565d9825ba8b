import { createHash } from 'node:crypto';
import { saveShop, type ConnectedShop, type Connecting } from '../../connect-shop.ts';
import type { Platform } from '../../platforms/platform.ts';
import type { FormErrors, FormShop, Place, Typed } from '../../platforms/shop-form.ts';
import type { Pool } from '../../shared/database/pool.ts';
import { asFailure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';

interface Asked {
  org: OrgId;
  platform: Platform;
  typed: Typed;
  /** The shop that is connected anew; empty for none in particular. */
  again: string;
}

export type Connected = { errors: FormErrors } | ({ errors?: never } & ConnectedShop);

/** Tries the access, saves the shop and makes its hooks. What a person can mend comes as errors. */
export async function connectShop(
  { pool, vault, platforms, settings }: Connecting & { settings: Place },
  { org, platform, typed, again }: Asked,
): Promise<Connected> {
  const { errors, read } = platform.form.read(typed, settings);
  if (errors) return { errors };
  try {
    const id = await idOf(pool, { org, platform, again }, read);
    const webhookUrl = `${settings.workerUrl}/webhooks/${platform.id}/${id}`;
    const connection = { ...read.connection, id, platform: platform.id, webhookUrl };
    return await saveShop({ pool, vault, platforms }, org, connection);
  } catch (error) {
    const failure = asFailure(error);
    if (!failure.kind.startsWith('shop_')) throw error;
    return { errors: platform.form.explain(failure, typed) };
  }
}

/** A shop that was connected before, or by a script, keeps its id, and with it its records. */
async function idOf(
  pool: Pool,
  { org, platform, again }: Omit<Asked, 'typed'>,
  shop: FormShop,
): Promise<string> {
  const { producer, isUnique, idHint, connection } = shop;
  const { apiUrl } = connection;
  const { rows } = await pool.query<{ id: string }>(
    `select id from cartbridge.shop
     where platform = $1 and producer = $2 and
       ($3 or rtrim(api_url, '/') = rtrim($4, '/') or (id = $5 and org_id = $6))
     order by id <> $5, id limit 1`,
    [platform.id, producer, isUnique, apiUrl, again, org],
  );
  if (rows[0]) return rows[0].id;
  const hint = `${platform.id}-${idHint.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  if (isUnique) return hint;
  // Two shops may call themselves alike; their addresses tell them apart.
  const digest = createHash('sha256')
    .update(JSON.stringify([producer, apiUrl]))
    .digest('hex');
  return `${hint}-${digest.slice(0, 6)}`;
}

import { saveShop } from '../../connect-shop.ts';
import type { HookReport } from '../../compose/shops/bigcommerce/hooks.ts';
import { asFailure, type Failure } from '../../shared/failure.ts';
import type { OrgId } from '../../shared/ids.ts';
import type { Context } from '../context.ts';
import type { ShopErrors, ShopInput } from './input.ts';
import { missingScopes } from './scopes.ts';

export type Connected = { shop: string; name: string; hooks: HookReport } | { errors: ShopErrors };

/** Tries the token, saves the shop and makes its hooks. What a person can mend comes as errors. */
export async function connectShop(
  context: Context,
  org: OrgId,
  input: ShopInput,
): Promise<Connected> {
  const { pool, vault, settings } = context;
  const { store: storeHash, accessToken, clientSecret } = input;
  const apiUrl = `${settings.bigcommerceUrl}/stores/${storeHash}`;
  if (settings.bigcommerceUrl.startsWith('https:') && !settings.workerUrl.startsWith('https:')) {
    return { errors: { form: NOT_REACHABLE } };
  }
  try {
    const missing = await missingScopes(apiUrl, accessToken);
    if (missing.length > 0) return { errors: { accessToken: lacking(missing) } };
    // After the token: who has none learns nothing about whose shops there are.
    const known = await findStore(context, storeHash);
    if (known && known.orgId !== org) {
      return { errors: { store: 'This store is connected to another Salesforce org.' } };
    }
    const id = known?.id ?? `bigcommerce-${storeHash}`;
    const webhookUrl = `${settings.workerUrl}/webhooks/bigcommerce/${id}`;
    const hooks = await saveShop(pool, vault, org, {
      ...{ id, platform: 'bigcommerce', apiUrl, storeHash, accessToken, clientSecret, webhookUrl },
    });
    return { shop: id, name: (await findStore(context, storeHash))?.name ?? id, hooks };
  } catch (error) {
    const failure = asFailure(error);
    if (!failure.kind.startsWith('shop_')) throw error;
    return { errors: explain(failure) };
  }
}

/** A shop that was connected by a script keeps its id, and with it its records. */
async function findStore({ pool }: Context, storeHash: string) {
  const { rows } = await pool.query<{ id: string; orgId: OrgId; name: string }>(
    `select id, org_id as "orgId", name from cartbridge.shop
     where platform = 'bigcommerce' and producer = $1 order by id limit 1`,
    [`stores/${storeHash}`],
  );
  return rows[0];
}

const NOT_REACHABLE =
  'BigCommerce could not deliver to this worker: its address, WORKER_URL, must begin with https. ' +
  'Whoever runs the worker sets it and restarts the worker.';

function lacking(scopes: string[]): string {
  return (
    `BigCommerce accepts the token, but it may not read: ${scopes.join(', ')}. ` +
    'Scopes cannot be changed afterwards: create a new API account with all of them.'
  );
}

function explain(failure: Failure): ShopErrors {
  const { kind, details, message } = failure;
  if (String(details.path).startsWith('/v3/hooks')) {
    return {
      form: `The shop was saved, but not all its webhooks were made. ${message} Try again.`,
    };
  }
  if (kind === 'shop_auth' && details.status === undefined) {
    return { store: 'BigCommerce knows no store by this hash. Copy the API path again.' };
  }
  if (kind === 'shop_auth') {
    return { accessToken: 'BigCommerce does not accept this token for this store. Copy it again.' };
  }
  if (kind === 'shop_unavailable' || kind === 'shop_rate_limited') {
    return { form: `${message} Wait a minute, then press Connect again.` };
  }
  return { form: [message, failure.nextStep].filter(Boolean).join(' ') };
}

import { createBigCommerceReader } from '../../compose/shops/bigcommerce/reader.ts';
import { Failure } from '../../shared/failure.ts';

/** What the API account must be allowed, in the words of the store's own form. */
export const SCOPES = [
  { name: 'Orders', level: 'read-only' },
  { name: 'Customers', level: 'read-only' },
  { name: 'Products', level: 'read-only' },
  { name: 'Carts', level: 'read-only' },
  { name: 'Checkouts', level: 'read-only' },
  { name: 'Information & settings', level: 'read-only' },
] as const;

/** What cannot be there is asked for: whether the store refuses is all that matters. */
const NO_ID = '1';
const NO_CART = '00000000-0000-4000-8000-000000000000';

/**
 * Tries the token on everything that can be tried without a record. Returns the names of scopes it
 * lacks; throws a Failure of a `shop_` kind when the shop refuses the token as such, or is away.
 */
export async function missingScopes(apiUrl: string, accessToken: string): Promise<string[]> {
  const reader = createBigCommerceReader({ apiUrl, accessToken });
  const tries: [name: string, attempt: () => Promise<Failure | undefined>][] = [
    ['Information & settings', () => failureOf(reader.readShop())],
    ['Orders', () => failureOf(reader.newestOrderId())],
    ['Customers', async () => failureAt(await reader.readCustomers([NO_ID]))],
    ['Products', async () => failureAt(await reader.readProducts([NO_ID]))],
    ['Carts', async () => failureAt(await reader.readCarts([NO_CART]))],
  ];
  const missing: string[] = [];
  for (const [name, attempt] of tries) {
    const failure = await attempt();
    if (!failure) continue;
    if (failure.kind !== 'shop_auth' || failure.details.status !== 403) throw failure;
    missing.push(name);
  }
  return missing;
}

async function failureOf(read: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await read;
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

function failureAt(answers: Map<string, object>): Failure | undefined {
  const [answer] = answers.values();
  return answer && 'failed' in answer && answer.failed instanceof Failure
    ? answer.failed
    : undefined;
}

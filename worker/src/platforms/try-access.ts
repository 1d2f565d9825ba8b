import type { Read } from '../compose/shops/shop-reader.ts';
import { Failure } from '../shared/failure.ts';

/** Something to ask a shop for, under the name by which it grants it. */
export interface Attempt {
  name: string;
  /** Resolves with why it was not told; what is not there was told. */
  ask: () => Promise<Failure | undefined>;
}

/**
 * Asks for one thing after the other. Returns the names of what the shop keeps from us; throws a
 * Failure of a `shop_` kind when it refuses the access as such, or is away.
 */
export async function lackingOf(attempts: Attempt[]): Promise<string[]> {
  const lacking: string[] = [];
  for (const { name, ask } of attempts) {
    const failure = await ask();
    if (!failure) continue;
    if (failure.kind !== 'shop_auth' || failure.details.status !== 403) throw failure;
    lacking.push(name);
  }
  return lacking;
}

/** The Failure with which a promise is rejected; anything else it is rejected with is thrown. */
export async function failureOf(read: Promise<unknown>): Promise<Failure | undefined> {
  try {
    await read;
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The Failure of the one record that was asked for. */
export async function failureIn<Found>(
  read: Promise<Map<string, Read<Found>>>,
): Promise<Failure | undefined> {
  const [answer] = (await read).values();
  return answer && 'failed' in answer ? answer.failed : undefined;
}

import type { OpenShop } from '../../compose/shops/open-shops.ts';
import { POLLED_KINDS } from '../../compose/shops/shop-reader.ts';
import { asFailure, type Failure } from '../../shared/failure.ts';
import { pollKind, type Polling } from './poll-kind.ts';
import { findMarks } from './poll-marks.ts';

/**
 * Asks a shop for what changed, kind by kind. A kind the shop refuses or tells in an unknown form
 * does not hold up the others; a shop that is away, or asks to wait, is left alone at once.
 * @returns what went wrong, the worst first; empty when all was well
 */
export async function pollShop(polling: Polling, open: OpenShop): Promise<Failure[]> {
  const failures: Failure[] = [];
  const marks = await findMarks(polling.pool, open.shop.id);
  for (const kind of POLLED_KINDS) {
    const mark = marks.get(kind);
    if (!mark || !polling.goesOn()) continue;
    try {
      await pollKind(polling, open, kind, mark);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (!isOfThisKind(failure)) return [failure, ...failures];
      failures.push(failure);
    }
  }
  return failures;
}

function isOfThisKind({ kind }: Failure): boolean {
  return kind === 'shop_auth' || kind === 'shop_shape';
}

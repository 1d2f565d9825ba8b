import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { RecordKey } from '../../shared/ids.ts';
import { composeShop, type Told } from '../compose-shop.ts';
import type { CurrentMapping } from '../mapping/current-mapping.ts';
import type { OpenShop } from '../shops/open-shops.ts';
import type { Outcome } from '../task.ts';
import { untilAnswered } from './asked-ahead.ts';
import { rehearse } from './rehearse.ts';
import { sentRecords, type SentRecords } from './sent.ts';
import { createTrialClient } from './trial-client.ts';
import { createTrialReader } from './trial-reader.ts';

/** What would have become of some records. */
export interface Tried {
  outcomes: Map<RecordKey, Outcome>;
  told: Told | undefined;
  /** What would have been written, as Salesforce would have got it. */
  sent: SentRecords;
  /** Salesforce calls: made to read, and spared that would have written. */
  calls: { read: number; write: number };
}

/**
 * Brings records up to date as the worker does, by the very same code, and keeps nothing of it: the
 * books are rolled back, and Salesforce gets no request that writes. What the code asks the shop and
 * Salesforce is asked between two passes, so that no pass keeps the books locked for longer than it
 * computes; the last pass has all answers.
 */
export async function tryRecords(
  pool: Pool,
  client: SalesforceClient,
  open: OpenShop,
  mapping: CurrentMapping,
  keys: RecordKey[],
): Promise<Tried> {
  const trial = createTrialClient(client);
  const { reader, questions } = createTrialReader(open.reader);
  const tasks = keys.map((key) => ({ key, shopId: open.shop.id, events: [] }));
  let told: Told | undefined;

  const pass = (): Promise<Map<RecordKey, Outcome>> =>
    rehearse(pool, (books) => {
      trial.begin();
      told = undefined;
      return composeShop(books, trial.client, { ...open, reader }, tasks, {
        mapping,
        watch: (news) => {
          told = news;
        },
      });
    });

  const outcomes = await untilAnswered(pass, [trial.reads, ...questions]);
  return {
    outcomes,
    told,
    sent: sentRecords(trial.writes(), client.org.namespace),
    calls: { read: trial.readCalls(), write: trial.writes().length },
  };
}

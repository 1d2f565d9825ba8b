import type { Failure } from '../shared/failure.ts';
import type { RecordKey, ShopId } from '../shared/ids.ts';

/** A delivery that said "this record changed". */
export interface ShopEvent {
  scope: string;
  body: string;
  receivedAt: Date;
}

/** One record of one shop to bring up to date in Salesforce. */
export interface Task {
  key: RecordKey;
  shopId: ShopId;
  /** What was heard about it since it was last looked at, oldest first. */
  events: ShopEvent[];
}

/** What became of a task. */
export type Outcome =
  | { result: 'written' | 'unchanged' | 'ignored'; details?: Record<string, unknown> }
  | { result: 'failed'; failure: Failure };

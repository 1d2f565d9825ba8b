import expected from '@salesforce/label/c.Shopper_Expected';
import expectedToday from '@salesforce/label/c.Shopper_Expected_Today';
import overdue from '@salesforce/label/c.Shopper_Overdue';
import { days, fill } from 'c/format';

const DAY_MS = 86_400_000;

export interface Orders {
  /** UTC. */
  firstAt: string;
  lastAt: string;
  count: number | null;
}

/**
 * "Usually orders every 32 days; 5 days overdue." Empty while there are not two orders of different
 * days: one afternoon tells nothing of when somebody comes again.
 */
export function rhythm({ firstAt, lastAt, count }: Orders, now: Date = new Date()): string {
  if (!firstAt || !lastAt || count === null || count < 2) return '';
  const [first, last] = [new Date(firstAt).getTime(), new Date(lastAt).getTime()];
  if (last - first < DAY_MS) return '';
  const every = Math.max(1, Math.round((last - first) / DAY_MS / (count - 1)));
  const late = Math.floor((now.getTime() - last) / DAY_MS) - every;
  if (late > 0) return fill(overdue, days(every), days(late));
  if (late === 0) return fill(expectedToday, days(every));
  return fill(expected, days(every), days(-late));
}

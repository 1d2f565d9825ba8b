import { notImitated } from './complain.ts';

/** A span of time, from `start` up to but without `end`. */
export interface Span {
  start: Date;
  end: Date;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The span a literal such as `TODAY` or `LAST_N_DAYS:3` means at `now`, in UTC. */
export function spanOf(literal: string, now: Date): Span {
  const [written = '', count = '1'] = literal.toUpperCase().split(':');
  // The fiscal year begins in January, as it does until an administrator says otherwise.
  const name = written.replace('FISCAL_', '');
  const number = Number(count);
  if (name === 'TODAY') return between('day', now, 0, 1);
  if (name === 'YESTERDAY') return between('day', now, -1, 0);
  if (name === 'TOMORROW') return between('day', now, 1, 2);
  if (name === 'LAST_90_DAYS') return between('day', now, -90, 1);
  if (name === 'NEXT_90_DAYS') return between('day', now, 1, 91);
  const single = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (single) {
    const offset = { LAST: -1, THIS: 0, NEXT: 1 }[single[1] as 'LAST' | 'THIS' | 'NEXT'];
    return between(unit(single[2]), now, offset, offset + 1);
  }
  const many = /^(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S$/.exec(name);
  if (many) {
    const of = unit(many[2]);
    // Of the units only days count the current one in.
    if (many[1] === 'LAST') return between(of, now, -number, of === 'day' ? 1 : 0);
    return between(of, now, 1, number + 1);
  }
  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/.exec(name);
  if (ago) return between(unit(ago[1]), now, -number, -number + 1);
  throw notImitated(name);
}

function unit(word = ''): Unit {
  return word.toLowerCase() as Unit;
}

function between(of: Unit, now: Date, first: number, last: number): Span {
  return { start: startOf(of, now, first), end: startOf(of, now, last) };
}

function startOf(of: Unit, now: Date, offset: number): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  if (of === 'day') return new Date(Date.UTC(year, month, day + offset));
  if (of === 'week') {
    return new Date(Date.UTC(year, month, day - now.getUTCDay() + 7 * offset));
  }
  if (of === 'month') return new Date(Date.UTC(year, month + offset, 1));
  if (of === 'quarter') {
    return new Date(Date.UTC(year, month - (month % 3) + 3 * offset, 1));
  }
  return new Date(Date.UTC(year + offset, 0, 1));
}

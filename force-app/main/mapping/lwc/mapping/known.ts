import { describesOf, resultsOf, samplesOf } from 'c/mappingData';
import type { CheckContext, ObjectDescribe, Sample } from 'c/mappingEngine';
import { seenPathsIn } from 'c/mappingView';

/** What a wire of a query tells. */
export interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** What jobs found out for a shop. */
export interface Known {
  samples: Sample[];
  /** Null where no fields were read yet. */
  describes: ReadonlyMap<string, ObjectDescribe> | null;
  /** Paths of the shop's own records that were met in samples. */
  seenPaths: ReadonlySet<string>;
}

export const NOTHING_KNOWN: Known = { samples: [], describes: null, seenPaths: new Set() };

/** Reads what a query for results answered. */
export function knownFrom(answered: unknown): Known {
  const results = resultsOf(answered);
  const samples = samplesOf(results);
  return { samples, describes: describesOf(results), seenPaths: seenPathsIn(samples) };
}

/** What a mapping is checked against: what is not known yet is not checked. */
export function contextOf({ describes, seenPaths }: Known): CheckContext {
  return { ...(describes && { describes }), ...(seenPaths.size > 0 && { seenPaths }) };
}

import { z } from 'zod';
import type { ChosenParked } from '../../buffer/parked.ts';
import type { OrgId, RecordKey } from '../../shared/ids.ts';

/** Which issues a job is about: some records, all of a cause, or all. */
export const chosenShape = z.union([
  z.object({ records: z.array(z.string()).min(1) }),
  z.object({ cause: z.string().min(1) }),
  z.object({ all: z.literal(true) }),
]);

export function chosenIn(org: OrgId, chosen: z.output<typeof chosenShape>): ChosenParked {
  if ('records' in chosen) return { org, recordKeys: chosen.records as RecordKey[] };
  return 'cause' in chosen ? { org, kind: chosen.cause } : { org };
}

import { z } from 'zod';
import { replayParked } from '../../buffer/parked.ts';
import type { PausedField } from '../../deliver/paused-fields.ts';
import { resumeFields } from '../../deliver/resume-fields.ts';
import type { Pool } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import { PAUSED_CAUSE, pausedKey } from '../report/paused-issues.ts';
import { chosenIn, chosenShape } from './chosen-issues.ts';
import type { JobRunner } from './job.ts';
import { readInput } from './read-input.ts';

const correctionShape = z.object({
  record: z.string(),
  object: z.string(),
  field: z.string(),
  value: z.string().max(32_768),
});
type Correction = z.output<typeof correctionShape>;

const inputShape = z.intersection(
  chosenShape,
  z.object({ corrections: z.array(correctionShape).default([]) }),
);

/**
 * Tries again what was put aside, with the values a person corrected. Only what is still aside takes
 * a correction: done twice, the job must not put one over what the shop has said since.
 */
export const retryIssues: JobRunner = async ({ pool, boss, client }, job) => {
  const input = readInput(job, inputShape);
  await saveCorrections(pool, client.org.id, input.corrections);
  const fields = await resumeFields(pool, client, isChosen(input));
  const events = await replayParked(pool, boss, chosenIn(client.org.id, input));
  return {
    status: 'Done',
    message: messageOf(events, fields),
    total: events,
    completed: events,
  };
};

/** Whether the issue about a field that went away is among those that were chosen. */
function isChosen(chosen: z.output<typeof chosenShape>): (field: PausedField) => boolean {
  if ('records' in chosen) return (field) => chosen.records.includes(pausedKey(field));
  return () => !('cause' in chosen) || chosen.cause === PAUSED_CAUSE;
}

function messageOf(
  events: number,
  { resumed, paused }: { resumed: number; paused: number },
): string {
  const parts = [
    events > 0 && `${events} events are tried again.`,
    resumed > 0 && `${resumed === 1 ? 'One field is' : `${resumed} fields are`} written again.`,
    paused > 0 &&
      (paused === 1
        ? 'One field is still not there: records are written without it.'
        : `${paused} fields are still not there: records are written without them.`),
  ].filter(Boolean);
  return parts.join(' ') || 'Nothing of it was put aside any more.';
}

async function saveCorrections(pool: Pool, org: OrgId, corrections: Correction[]): Promise<void> {
  if (corrections.length === 0) return;
  await pool.query(
    `insert into cartbridge.correction (org_id, record_key, object, field, value)
     select $1, record_key, object, field, value
     from unnest($2::text[], $3::text[], $4::text[], $5::text[])
       as correction (record_key, object, field, value)
     where record_key in (select record_key from cartbridge.event
                          where org_id = $1 and state = 'parked')
     on conflict (org_id, record_key, object, field) do update
       set value = excluded.value, instead_of = null`,
    [
      org,
      corrections.map(({ record }) => record),
      corrections.map(({ object }) => object),
      corrections.map(({ field }) => field),
      corrections.map(({ value }) => value),
    ],
  );
}

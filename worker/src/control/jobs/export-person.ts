import { EXPORT_KIND } from '../privacy/export-kind.ts';
import { exportPerson } from '../privacy/export.ts';
import type { JobRunner } from './job.ts';
import { writeResults } from './job-results.ts';
import { readRequest } from './person-request.ts';

/** Even where each character needs an escape, twice, a part fits its field. */
const CHARACTERS_A_PART = 30_000;

/** Puts all that is held about somebody into results of the job, as the parts of one JSON file. */
export const exportPersonJob: JobRunner = async ({ pool, client }, job) => {
  const { request } = readRequest(job);
  const { document, places } = await exportPerson(pool, client, request);
  const texts = split(JSON.stringify(document, null, 2));
  const parts = texts.length;
  await writeResults(
    client,
    job,
    texts.map((text, index) => ({
      kind: EXPORT_KIND,
      title: `Part ${index + 1} of ${parts}`,
      data: { part: index + 1, parts, text },
    })),
  );
  const counts = places.map(({ place, label, where, count }) => ({ place, label, where, count }));
  return {
    status: 'Done',
    message: `The export is ready, in ${parts === 1 ? 'one part' : `${parts} parts`}. It is removed after a day.`,
    total: parts,
    completed: parts,
    result: { people: document.people, parts, places: counts },
  };
};

/** Never within a character that JavaScript counts as two. */
function split(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = from + CHARACTERS_A_PART;
    const isHalf = /[\uD800-\uDBFF]/.test(text[end - 1] ?? '');
    const to = isHalf ? end - 1 : end;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}

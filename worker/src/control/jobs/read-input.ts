import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import type { Job } from './job.ts';

/** Of any record, with or without the three characters that make case count. */
export const recordIdShape = z.string().regex(/^\w{15,18}$/, 'is no id of a record');

/** A job's input in the shape it needs. Throws a Failure that says what is wrong with it. */
export function readInput<Shape extends z.ZodType>(job: Job, shape: Shape): z.output<Shape> {
  const read = shape.safeParse(job.input ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new Failure('mapping', `The job's input is not usable: ${where} ${issue?.message ?? ''}.`, {
    nextStep: 'Start the job again from its screen.',
    details: { setting: where },
  });
}

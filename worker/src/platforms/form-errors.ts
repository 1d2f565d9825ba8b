import { z } from 'zod';
import type { FormErrors } from './shop-form.ts';

/** The first complaint about each field. */
export function errorsOf(error: z.ZodError): FormErrors {
  const errors: FormErrors = {};
  for (const { path, message } of error.issues) errors[String(path[0])] ??= message;
  return errors;
}

/** Something that is pasted and holds no blanks. */
export const pasted = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(500, { error: 'This is too long: copy it again.' })
    .regex(/^\S+$/, { error: 'There is a blank or a line break in it: copy it again.' });

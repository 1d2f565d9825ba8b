import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refused } from './answers.ts';

/** PostgreSQL's text holds every character but the zero byte; refused here, it cannot fail there. */
export const storable = (longest: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[^\0]*$/);

/** A record's id, as a number or as text. */
export const storableId = z.union([z.number().int(), storable(100)]).transform(String);

/** @param complaint what the sender is told when this is no JSON */
export function parseJson(rawBody: Buffer, complaint?: string): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8')) as unknown;
  } catch {
    throw new Refused('malformed', complaint);
  }
}

/** One short text for what makes two deliveries the same. */
export function idempotencyKeyOf(parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

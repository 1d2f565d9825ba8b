import { z } from 'zod';

/** Part of the webhooks' address and of every record key; never holds a colon. */
export const shopId = z.string().regex(/^[A-Za-z0-9_-]+$/, {
  error: 'may hold letters, digits, hyphens and underscores only',
});

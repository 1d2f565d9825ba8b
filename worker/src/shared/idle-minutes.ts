import { z } from 'zod';

/** After this long without a change a cart counts as abandoned: ten minutes to a month. */
export const idleMinutes = z.number().int().min(10).max(43_200);

/** What holds where nobody chose. */
export const IDLE_MINUTES = 60;

import { z } from 'zod';

/** The answer to a Collections request: a result for each record, in the order of the request. */
export const resultShape = z.array(
  z.object({
    success: z.boolean(),
    id: z.string().nullish(),
    errors: z
      .array(
        z.object({
          statusCode: z.string(),
          message: z.string().default(''),
          fields: z.array(z.string()).default([]),
        }),
      )
      .default([]),
  }),
);

export type RowAnswer = z.infer<typeof resultShape>[number];

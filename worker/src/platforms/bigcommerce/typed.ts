import { z } from 'zod';
import { pasted } from '../form-errors.ts';

const HASH = /^[a-z0-9]{3,40}$/;

/** The store's hash, out of whatever of the store's addresses the person had at hand. */
function hashIn(text: string): string {
  const path =
    /^(?:https:\/\/\S+?|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)?\/?stores\/([^/?#]+)/i;
  const panel = /^(?:https:\/\/)?store-([a-z0-9]+)(?:-\d+)?\.mybigcommerce\.com\b/i;
  return (path.exec(text)?.[1] ?? panel.exec(text)?.[1] ?? text).toLowerCase();
}

/** What the form sends, checked; issues carry the sentence for the field. */
export const typedShape = z.object({
  store: z
    .string({ error: 'Enter the API path or the store hash.' })
    .trim()
    .min(1, { error: 'Enter the API path or the store hash.' })
    .max(300, { error: 'This is too long for an API path.' })
    .transform(hashIn)
    .refine((hash) => HASH.test(hash), {
      error:
        'This holds no store hash. The API path looks like https://api.bigcommerce.com/stores/abc123/v3/.',
    }),
  accessToken: pasted('Enter the access token.'),
  clientSecret: pasted('Enter the client secret.'),
});

import { z } from 'zod';

const HASH = /^[a-z0-9]{3,40}$/;

/** The store's hash, out of whatever of the store's addresses the person had at hand. */
function hashIn(text: string): string {
  const path =
    /^(?:https:\/\/\S+?|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?)?\/?stores\/([^/?#]+)/i;
  const panel = /^(?:https:\/\/)?store-([a-z0-9]+)(?:-\d+)?\.mybigcommerce\.com\b/i;
  return (path.exec(text)?.[1] ?? panel.exec(text)?.[1] ?? text).toLowerCase();
}

const secret = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(500, { error: 'This is too long: copy it again.' })
    .regex(/^\S+$/, { error: 'There is a blank or a line break in it: copy it again.' });

/** What the form sends, checked; issues carry the sentence for the field. */
export const shopInput = z.object({
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
  accessToken: secret('Enter the access token.'),
  clientSecret: secret('Enter the client secret.'),
});
export type ShopInput = z.output<typeof shopInput>;
export type ShopField = keyof ShopInput;
export type ShopErrors = Partial<Record<ShopField | 'form', string>>;

/** The first complaint about each field. */
export function errorsOf(error: z.ZodError): ShopErrors {
  const errors: ShopErrors = {};
  for (const { path, message } of error.issues) errors[path[0] as ShopField] ??= message;
  return errors;
}

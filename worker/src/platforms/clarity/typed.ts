import { z } from 'zod';
import { pathsShape } from '../../compose/shops/clarity/paths.ts';
import { idleMinutes } from '../../shared/idle-minutes.ts';
import { errorsOf, pasted } from '../form-errors.ts';
import type { FormErrors, Typed } from '../shop-form.ts';
import { callable, currency, headerName, signingSecret, timeZone } from './connection.ts';

/** A field that must satisfy a shape, with the sentence that asks for it. */
const field = <Shape extends z.ZodType>(shape: Shape, sentence: string) =>
  z.string({ error: sentence }).transform((typed, context): z.output<Shape> => {
    const { success, data } = shape.safeParse(typed.trim());
    if (success) return data;
    context.addIssue({ code: 'custom', message: sentence });
    return z.NEVER;
  });

const text = (sentence: string) => field(z.string().min(1).max(200), sentence);

const address = (what: string) =>
  field(
    callable.refine((url) => url.length <= 500),
    `Enter the address ${what}, such as https://shop.example.com.`,
  );

const minutes = z.string().regex(/^\d+$/).transform(Number).pipe(idleMinutes);

const shopShape = z.object({
  name: text('Enter the shop’s name.'),
  shopId: text('Enter the id that stands in shop.id of each event.'),
  storefrontUrl: address('at which people shop'),
  currency: field(currency, 'Enter a currency code of three letters, such as USD.'),
  timeZone: field(timeZone, 'Enter a time zone such as America/Chicago.'),
  apiUrl: address('of the shop’s API'),
  feed: z.enum(['webhooks', 'polling'], { error: 'Choose how Cartbridge hears of changes.' }),
  idleMinutes: field(minutes, 'Enter whole minutes, from 10 to 43200.'),
  paths: z.string().max(15_000, { error: 'This is too long.' }).transform(readPaths),
});

const secretKey = pasted('Enter the key.');
const header = field(headerName, 'Enter the name of a header, such as x-api-key.');

const accessShape = z.discriminatedUnion(
  'accessMethod',
  [
    z.object({
      accessMethod: z.literal('oauth'),
      tokenUrl: address('at which the shop gives tokens'),
      clientId: pasted('Enter the client id.'),
      clientSecret: pasted('Enter the client secret.'),
      scope: z.string().trim().max(500, { error: 'This is too long.' }),
    }),
    z.object({ accessMethod: z.literal('apiKey'), apiKeyHeader: header, apiKey: secretKey }),
  ],
  { error: 'Choose how the shop lets Cartbridge in.' },
);

const proofShape = z.discriminatedUnion(
  'proofMethod',
  [
    z.object({
      proofMethod: z.literal('signature'),
      signingSecret: field(
        signingSecret,
        'Enter the signing secret: whsec_ and letters, digits, + and /.',
      ),
    }),
    z.object({ proofMethod: z.literal('header'), proofHeader: header, headerSecret: secretKey }),
  ],
  { error: 'Choose how the shop proves that its events are its own.' },
);

export interface Read {
  shop: z.output<typeof shopShape>;
  access: z.output<typeof accessShape>;
  /** Null where nothing is delivered. */
  proof: z.output<typeof proofShape> | null;
}

/** What the form sends, checked in all its parts at once. */
export function readTyped(
  typed: Typed,
): { errors: FormErrors; read?: never } | { errors?: never; read: Read } {
  const shop = shopShape.safeParse(typed);
  const access = accessShape.safeParse(typed);
  const proof = typed.feed === 'polling' ? null : proofShape.safeParse(typed);
  if (shop.success && access.success && (proof === null || proof.success)) {
    return { read: { shop: shop.data, access: access.data, proof: proof?.data ?? null } };
  }
  const wrong = [shop, access, proof].flatMap((part) => part?.error ?? []);
  return { errors: Object.assign({}, ...wrong.map(errorsOf)) as FormErrors };
}

function readPaths(typed: string, context: z.RefinementCtx): z.output<typeof pathsShape> {
  const complain = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  if (typed.trim() === '') return {};
  try {
    const { success, data, error } = pathsShape.safeParse(JSON.parse(typed));
    if (success) return data;
    return complain(
      error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '),
    );
  } catch {
    return complain('This is no JSON: write {"order.totalAmount": "amounts.total"}, or nothing.');
  }
}

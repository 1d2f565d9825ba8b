import { z } from 'zod';
import { Failure } from '../../../shared/failure.ts';
import { callShop, type ShopLine } from '../call-shop.ts';
import { readShape } from '../shape.ts';

/** OAuth 2.0 client credentials (RFC 6749, 4.4). */
export interface ClientCredentials {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  scope?: string | undefined;
}

export interface TokenKeeper {
  /** A token that holds for a while yet; the one that is kept, unless it was forgotten. */
  get(): Promise<string>;
  /** The shop no longer takes this one. */
  forget(token: string): void;
}

const tokenShape = z.object({
  access_token: z.string().min(1),
  /** In seconds; a shop need not say it (RFC 6749, 5.1). */
  expires_in: z.coerce.number().positive().nullish(),
});

/** A shop that does not tell how long a token holds is asked again this soon. */
const UNTOLD_SECONDS = 300;
/** A token that ends while a call is on its way helps nobody. */
const BEFORE_END_SECONDS = 60;

/** Keeps one token of a shop. Callers that come while it is asked for share the answer. */
export function keepToken(
  line: ShopLine,
  credentials: ClientCredentials,
  now: () => number,
): TokenKeeper {
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const { access_token: token, expires_in } = await askToken(line, credentials);
    const seconds = expires_in ?? UNTOLD_SECONDS;
    const useful = Math.max(seconds - BEFORE_END_SECONDS, seconds / 2);
    kept = { token, until: now() + useful * 1_000 };
    return token;
  }

  return {
    async get() {
      if (kept && kept.until > now()) return kept.token;
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token) {
      // Another call may have brought a new one meanwhile.
      if (kept?.token === token) kept = undefined;
    },
  };
}

async function askToken(
  line: ShopLine,
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
): Promise<z.output<typeof tokenShape>> {
  const path = URL.parse(tokenUrl)?.pathname ?? tokenUrl;
  const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) });
  const headers = { authorization: `Basic ${basic(clientId, clientSecret)}` };
  try {
    const answer = await callShop(line, { method: 'POST', url: tokenUrl, path, headers, body });
    return readShape(tokenShape, answer, 'an access token');
  } catch (thrown) {
    throw isRefusal(thrown) ? refused(thrown) : thrown;
  }
}

/** Both halves are form-encoded before they become Basic credentials (RFC 6749, 2.3.1). */
function basic(clientId: string, clientSecret: string): string {
  const encoded = [clientId, clientSecret].map((part) =>
    new URLSearchParams({ '': part }).toString().slice(1),
  );
  return Buffer.from(encoded.join(':')).toString('base64');
}

/** Refusals of a token request come as 400 or 401 (RFC 6749, 5.2); 404 is a wrong address. */
function isRefusal(thrown: unknown): thrown is Failure {
  return (
    thrown instanceof Failure && [400, 401, 403, 404].includes(Number(thrown.details.status ?? 0))
  );
}

function refused({ details, message }: Failure): Failure {
  return new Failure('shop_auth', message, {
    details,
    nextStep:
      'Check the client id, the client secret and the token address; connect the shop again.',
  });
}

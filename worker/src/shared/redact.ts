/** What the ends of names say about their values: secrets, people, whole messages. */
const PRIVATE =
  /(tokens?|secrets?|apikeys?|passwords?|passphrase|authorization|cookie|credentials|privatekey(pem)?|signature|email|emailaddress|phone|firstname|lastname|fullname|body|payload)$/;

const CENSORED = '[redacted]';
const DEEPEST = 10;

/**
 * A copy for the log, without the values of private names, wherever they stand and however they are
 * spelled (`access_token`, `sealedSecrets`, `Email__c`, `X-Auth-Token`). Errors keep their name, code
 * and call sites but lose their message: it may quote a record's values.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (value instanceof Uint8Array || depth > DEEPEST) return CENSORED;
  if (Array.isArray(value)) return value.map((one) => redact(one, depth + 1));
  if (value instanceof Error) return describeError(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isPrivate(name) ? CENSORED : redact(inner, depth + 1),
    ]),
  );
}

/** Where an error came from: the first call sites, without the message above them. */
export function callSites(error: Error): string[] {
  const { stack = '', message } = error;
  const start = stack.indexOf(message);
  const below = start < 0 ? stack : stack.slice(start + message.length);
  return below
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6);
}

function isPrivate(name: string): boolean {
  return PRIVATE.test(
    name
      .replace(/__c$/, '')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase(),
  );
}

function describeError(error: Error): Record<string, unknown> {
  return { name: error.name, code: (error as { code?: unknown }).code, at: callSites(error) };
}

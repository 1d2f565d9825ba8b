export type AddressProblem = 'malformed' | 'insecure' | 'credentials';

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];

/** What is wrong with a worker's address; nothing when it can be used. */
export function problemOf(text: string): AddressProblem | undefined {
  const url = parse(text);
  if (!url) return 'malformed';
  const { protocol, hostname, username, password } = url;
  if (username || password) return 'credentials';
  if (protocol === 'https:') return undefined;
  return protocol === 'http:' && THIS_MACHINE.includes(hostname) ? undefined : 'insecure';
}

/**
 * The address of one of the worker's pages. The page comes back to where this one is.
 * @param about what else the page is told
 */
export function pageOfWorker(
  workerUrl: string,
  path: string,
  comeBackTo: string,
  about: Record<string, string> = {},
): string {
  const base = workerUrl.replace(/[/?#]+$/, '');
  return `${base}${path}?${new URLSearchParams({ return: comeBackTo, ...about }).toString()}`;
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

export interface Answer {
  status: number;
  /** Where the browser ended up. */
  url: URL;
  text: string;
  headers: Headers;
  /** Where it was sent and did not go, because that is another host. */
  away: URL | undefined;
}

/** A browser without eyes: keeps cookies, follows redirects on one host, sends forms as its user would. */
export interface Browse {
  get(path: string | URL): Promise<Answer>;
  /** Sends a form from a page of the same host. */
  post(
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string | undefined>,
  ): Promise<Answer>;
  cookies: Map<string, string>;
}

export function browse(origin: string): Browse {
  const cookies = new Map<string, string>();

  async function send(url: URL, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers(init.headers);
    if (cookie) headers.set('cookie', cookie);
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, url);
    if (next?.origin === origin) return send(next);
    const text = await response.text();
    return { status: response.status, url, text, headers: response.headers, away: next };
  }

  return {
    cookies,
    get: (path) => send(new URL(path, origin)),
    post(path, form, headers = {}) {
      const given = Object.entries<string | undefined>({ origin, ...headers });
      return send(new URL(path, origin), {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: given.filter((pair): pair is [string, string] => pair[1] !== undefined),
      });
    },
  };
}

/** What a screen reader would read of a page, in one line. */
export function textIn({ text }: Pick<Answer, 'text'>): string {
  return text
    .replace(/<head>[^]*<\/head>|<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The hidden value that the page's form sends along. */
export function formTokenIn({ text }: Pick<Answer, 'text'>): string {
  return /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

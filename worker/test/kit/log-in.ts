export interface LogInOptions {
  /** Part of the name or username; the first user of the list when absent. */
  user?: string;
  /** `allow` when absent. */
  answer?: 'allow' | 'deny';
}

/**
 * Does on the local org's login page what a person would do, and answers the address to which the
 * browser is then sent. Throws with the page's text when it is no login page.
 */
export async function logIn(authorizeUrl: string, options: LogInOptions = {}): Promise<URL> {
  const page = await (await fetch(authorizeUrl)).text();
  const [, action] = /<form method="post" action="([^"]+)">/.exec(page) ?? [];
  if (!action) throw new Error(`This is no login page: ${page.slice(0, 300)}`);
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)"/g,
  )) {
    form.set(name, plain(value));
  }
  const users = [...page.matchAll(/name="user"\s+value="(\w+)"[^]*?<\/label/g)];
  const chosen = users.find(([label]) => label.includes(options.user ?? ''));
  form.set('user', chosen?.[1] ?? '');
  form.set('answer', options.answer ?? 'allow');
  const answer = await fetch(new URL(action, authorizeUrl), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`The login led nowhere: ${await answer.text()}`);
  return new URL(location);
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

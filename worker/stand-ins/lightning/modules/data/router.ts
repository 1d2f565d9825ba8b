import { pageOf, urlOf, type PageReference } from './page-reference.ts';

type Listener = (page: PageReference | undefined) => void;

const listeners = new Set<Listener>();

/** The page in the address bar; nothing when the address leads nowhere. */
export const currentPage = (): PageReference | undefined => pageOf(location.href);

/** Tells the page now and whenever it changes. */
export function followPage(listener: Listener): () => void {
  listeners.add(listener);
  listener(currentPage());
  return () => listeners.delete(listener);
}

/** Pages of other servers open beside this one, as in an org. */
export function openPage(page: PageReference, replace = false): void {
  const url = urlOf(page);
  if (page.type === 'standard__webPage' && !url.startsWith('/lightning/')) {
    window.open(url, '_blank', 'noopener');
    return;
  }
  history[replace ? 'replaceState' : 'pushState']({}, '', url);
  tell();
}

/** For links of the shell: follows an address without loading the page anew. */
export function openUrl(url: string): void {
  history.pushState({}, '', url);
  tell();
}

function tell(): void {
  for (const listener of [...listeners]) listener(currentPage());
}

globalThis.addEventListener('popstate', tell);

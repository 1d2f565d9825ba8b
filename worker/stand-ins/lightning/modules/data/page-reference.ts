export interface PageReference {
  type: string;
  attributes: Record<string, string | undefined>;
  state: Record<string, string | undefined>;
}

/** The parts of an address that stand for attributes, by the type of page. */
const PATTERNS: [type: string, pattern: string][] = [
  [
    'standard__recordRelationshipPage',
    'r/:objectApiName/:recordId/related/:relationshipApiName/:actionName',
  ],
  ['standard__recordPage', 'r/:objectApiName/:recordId/:actionName'],
  ['standard__objectPage', 'o/:objectApiName/:actionName'],
  ['standard__navItemPage', 'n/:apiName'],
  ['standard__component', 'cmp/:componentName'],
  ['standard__namedPage', 'page/:pageName'],
  ['standard__app', 'app/:appTarget'],
];

/** State that belongs to the platform; any other needs a namespace, or an org drops it. */
const OWN_STATE = new Set(['filterName', 'defaultFieldValues', 'nooverride', 'navigationLocation']);

const isKept = (name: string) => OWN_STATE.has(name) || /^\w+?__\w+$/.test(name);

/** The address below the server. Throws for a page that does not exist here. */
export function urlOf(page: PageReference): string {
  if (page.type === 'standard__webPage') return page.attributes.url ?? '';
  const pattern = PATTERNS.find(([type]) => type === page.type)?.[1];
  if (!pattern) throw new Error(`Local Lightning has no page of the type ${page.type}.`);
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = page.attributes[name] ?? (name === 'objectApiName' ? 'sObject' : undefined);
    if (value === undefined) throw new Error(`A ${page.type} needs the attribute ${name}.`);
    return encodeURIComponent(value);
  });
  const state = Object.entries(page.state).flatMap(([name, value]): [string, string][] =>
    value !== undefined && isKept(name) ? [[name, value]] : [],
  );
  return `/lightning/${path}${state.length > 0 ? `?${new URLSearchParams(state)}` : ''}`;
}

/** The page an address stands for; nothing when it stands for none. */
export function pageOf(address: string): PageReference | undefined {
  const { pathname, searchParams } = new URL(address, 'http://local');
  const parts = pathname
    .replace(/^\/lightning\/?|\/$/g, '')
    .split('/')
    .map(decodeURIComponent);
  for (const [type, pattern] of PATTERNS) {
    const attributes = match(pattern.split('/'), parts);
    const state = Object.fromEntries([...searchParams].filter(([name]) => isKept(name)));
    if (attributes) return Object.freeze({ type, attributes, state: Object.freeze(state) });
  }
  return undefined;
}

function match(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const attributes: Record<string, string> = {};
  for (const [at, expected] of pattern.entries()) {
    const part = parts[at] ?? '';
    if (expected.startsWith(':')) attributes[expected.slice(1)] = part;
    else if (expected !== part) return undefined;
  }
  return Object.freeze(attributes);
}

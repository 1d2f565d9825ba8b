import { createElement } from 'lwc';
import { setup } from '@sa11y/jest';

/** Shows a component until the test has ended, and knows how to check it for accessibility. */
export function show<Props extends object>(
  tag: string,
  component: Parameters<typeof createElement>[1]['is'],
  props: Props,
): HTMLElement {
  const element = createElement(tag, { is: component });
  Object.assign(element, props);
  document.body.appendChild(element);
  return element;
}

/** Call it at the top of a test file. */
export function clean(): void {
  setup();
  afterEach(() => {
    document.body.replaceChildren();
  });
}

/** Everything that was promised has been rendered. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) {
    // Each turn may promise another one.
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

/** The first such element in the component or in components inside of it. */
export function find(root: Element, selector: string): HTMLElement | null {
  return all(root, selector)[0] ?? null;
}

export function all(root: Element, selector: string): HTMLElement[] {
  const inside = root.shadowRoot;
  if (!inside) return [];
  const here = [...inside.querySelectorAll<HTMLElement>(selector)];
  const deeper = [...inside.querySelectorAll('*')].flatMap((child) => all(child, selector));
  return [...here, ...deeper];
}

/** All words in the component and in components inside of it. */
export function words(root: Element): string {
  const own = (root.shadowRoot ?? root).textContent ?? '';
  const inside = [...(root.shadowRoot?.querySelectorAll('*') ?? [])]
    .filter((child) => child.shadowRoot)
    .map(words);
  return [own, ...inside].join(' ');
}

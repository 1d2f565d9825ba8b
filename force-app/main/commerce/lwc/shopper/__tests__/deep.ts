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

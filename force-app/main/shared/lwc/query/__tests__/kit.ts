import { afterEach, expect, jest } from '@jest/globals';
import { setup } from '@sa11y/jest';
import { createElement, type LightningElement } from 'lwc';
import { graphql } from 'lightning/graphql';

setup();

afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});

/** Puts a component on the page, with what its parent would hand it. */
export function show(component: typeof LightningElement, properties: object = {}): HTMLElement {
  const element = createElement('c-under-test', { is: component });
  Object.assign(element, properties);
  document.body.append(element);
  return element;
}

/** Lets promises and the renderings they cause go by. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) {
    // Each turn may promise another one.
    // eslint-disable-next-line no-await-in-loop
    await Promise.resolve();
  }
}

/** So long ago, as the org tells it. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

/** A base component: what it is given is read from its properties. */
type Base = HTMLElement & Record<string, unknown>;

/** What a component shows, by a selector; fails when it does not show it. */
export function find(element: Element, selector: string): Base {
  const found = element.shadowRoot?.querySelector<Base>(selector);
  if (!found) throw new Error(`Nothing is shown that matches ${selector}.`);
  return found;
}

export function isShown(element: Element, selector: string): boolean {
  return element.shadowRoot?.querySelector(selector) != null;
}

export function textsOf(element: Element, selector: string): string[] {
  const found = element.shadowRoot?.querySelectorAll(selector) ?? [];
  return [...found].map(({ textContent }) => textContent?.trim() ?? '');
}

/** Types into a base component, or chooses in it. */
export function change(field: Base, value: string): void {
  field.value = value;
  field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

/** The matcher that `setup` adds. */
type Expect = (element: Element) => { toBeAccessible(): Promise<void> };

export async function expectAccessible(element: Element): Promise<void> {
  await (expect as unknown as Expect)(element).toBeAccessible();
}

/** Records as a GraphQL query answers them: every field holds its value. */
export function connection(records: Record<string, unknown>[], totalCount = records.length) {
  const edges = records.map((record) => ({
    node: Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        name === 'Id' || name.endsWith('__r') ? value : { value },
      ]),
    ),
  }));
  return { edges, totalCount };
}

interface Adapter {
  emit(value: unknown, filter?: undefined, refresh?: () => unknown): void;
  emitErrors(errors: unknown[]): void;
}

const adapter = graphql as unknown as Adapter;

/** Lets all queries on the page answer. */
export function answer(query: object, refresh?: () => unknown): Promise<void> {
  adapter.emit({ uiapi: { query } }, undefined, refresh);
  return settle();
}

export function refuse(message: string): Promise<void> {
  adapter.emitErrors([{ message }]);
  return settle();
}

/** What a query answers when one of its parts failed: the others, and why. */
export function answerInPart(query: object, message: string): Promise<void> {
  return emitInPart({ uiapi: { query } }, message);
}

/** The same with all that stands beside the query. */
export function emitInPart(data: unknown, message: string): Promise<void> {
  const plain = Object.getPrototypeOf(adapter) as Adapter;
  plain.emit.call(adapter, { data, errors: [{ message }] });
  return settle();
}

/** A wire of descriptions as the tests' stand-in has it. */
export interface Wire {
  emit(value: unknown): void;
  error(body?: unknown, status?: number): void;
}

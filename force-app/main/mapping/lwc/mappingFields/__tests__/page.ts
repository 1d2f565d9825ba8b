import type { Mapping } from 'c/mappingEngine';
import MappingFields from 'c/mappingFields';
import { find, settle, show, textsOf } from '../../../../shared/lwc/query/__tests__/kit';
import { DESCRIBES, orderSample, someMapping } from './mappings';

const FULL = {
  ...{ mapping: someMapping(), published: null, describes: DESCRIBES },
  samples: [orderSample('1001')],
};

export interface Change {
  mapping: Mapping;
  what: string;
}

/** The fields as the page shows them, and what the page hears; it hands each change down again. */
export async function open(properties: object = {}): Promise<{
  element: HTMLElement;
  changes: Change[];
}> {
  const element = show(MappingFields, { ...FULL, ...properties });
  const changes: Change[] = [];
  element.addEventListener('change', (event) => {
    const { detail } = event as CustomEvent<Change>;
    changes.push(detail);
    Object.assign(element, { mapping: detail.mapping });
  });
  await settle();
  return { element, changes };
}

export const table = (element: HTMLElement) => find(element, 'c-mapping-table');
export const editor = (element: HTMLElement) => find(table(element), 'c-mapping-row-editor');
export const namesOf = (element: HTMLElement) => textsOf(table(element), 'tbody th .words');

export async function say(element: HTMLElement, type: string, detail?: unknown): Promise<void> {
  element.dispatchEvent(new CustomEvent(type, { detail }));
  await settle();
}

/** Chooses what the menu or the button of a row says. */
export function act(element: HTMLElement, action: string, id: string): Promise<void> {
  return say(table(element), 'act', { action, id });
}

/** Changes the row whose editor is open. */
export function change(element: HTMLElement, changes: object, typed = false): Promise<void> {
  return say(find(editor(element), 'c-mapping-sources'), 'row', { changes, typed });
}

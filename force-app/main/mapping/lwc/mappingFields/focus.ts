/** Where the focus goes once it is there. */
export interface Focus {
  on: 'row' | 'menu' | 'editor' | 'add' | 'heading';
  id: string;
}

export const HEADING: Focus = { on: 'heading', id: '' };

interface Table extends Element {
  focusRow(id: string): boolean;
  focusMenu(id: string): boolean;
  focusEditor(): void;
}

interface Filter extends Element {
  focusAdd(): void;
}

interface Root {
  querySelector(selector: string): Element | null;
}

/** Moves the focus; false when the place is not there yet. */
export function focusOn(root: Root | null | undefined, { on, id }: Focus): boolean {
  if (on === 'heading') return focused(root?.querySelector('h2') as HTMLElement | null);
  if (on === 'add') {
    (root?.querySelector('c-mapping-filter') as Filter | null)?.focusAdd();
    return true;
  }
  const table = root?.querySelector('c-mapping-table') as Table | null;
  if (!table) return false;
  if (on === 'menu') return table.focusMenu(id);
  if (on === 'row') return table.focusRow(id);
  table.focusEditor();
  return true;
}

function focused(element: HTMLElement | null): boolean {
  element?.focus();
  return element !== null;
}

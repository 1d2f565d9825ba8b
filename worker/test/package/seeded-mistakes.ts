import type { PackageCopy } from './package-copy.ts';

/** One mistake, and the one finding it must lead to. */
export interface SeededMistake {
  /** Completes the sentence "the checker finds …". */
  what: string;
  seed: (copy: PackageCopy) => void;
  /** The file the finding names, below force-app/main. */
  file: string;
  /** What stands on the line the finding names; empty for a file that is not there. */
  at: string;
  problem: string;
}

export const ORDER = 'commerce/objects/Order__c';
export const CART = 'commerce/objects/Cart__c';
export const ADMIN = 'access/permissionsets/Cartbridge_Admin.permissionset-meta.xml';
export const READER = 'access/permissionsets/Cartbridge_Reader.permissionset-meta.xml';
export const WORKER = 'access/permissionsets/Cartbridge_Worker.permissionset-meta.xml';
export const APP = 'access/applications/Cartbridge.app-meta.xml';
export const ORDER_LAYOUT = 'commerce/layouts/Order__c-Shop Order Layout.layout-meta.xml';

export const field = (name: string) => `${ORDER}/fields/${name}.field-meta.xml`;

/** A mistake made by replacing text that stands once in the file the finding names. */
export function replaced(
  what: string,
  file: string,
  [search, replacement]: [string | RegExp, string],
  at: string,
  problem: string,
): SeededMistake {
  return { what, file, at, problem, seed: (copy) => copy.replace(file, search, replacement) };
}

/** Takes what `item` names out of a list such as <fieldPermissions> in the file. */
export function cut(copy: PackageCopy, file: string, entry: string, item: string): void {
  const start = `\\n {4}<${entry}>(?:(?!</${entry}>)[^])*`;
  copy.replace(file, new RegExp(`${start}>${item}<[^]*?</${entry}>`), '');
}

/** Takes a field out of all permission sets, as if it had never been there. */
export function forget(copy: PackageCopy, name: string): void {
  for (const set of [ADMIN, READER, WORKER]) cut(copy, set, 'fieldPermissions', name);
}

/** Gives a further field to every permission set, each in its own way. */
export function grant(copy: PackageCopy, name: string): void {
  for (const set of [ADMIN, READER, WORKER]) {
    const editable = String(set !== READER);
    const entry = `<editable>${editable}</editable><field>${name}</field><readable>true</readable>`;
    const before = '<hasActivationRequired>';
    copy.replace(set, before, `<fieldPermissions>${entry}</fieldPermissions>${before}`);
  }
}

import { z } from 'zod';
import { nearest } from '#mapping-engine/nearest';
import { isPrivateName } from '../private-names.ts';
import { CONTRACT_FIELDS } from './contract-fields.ts';

/** Names and numbers of items, each one step further in. */
export type Path = string[];

/** `amounts.grand.value`, `contacts[0].mail`. */
const OWN_PATH =
  /^[^\s.[\]"'\\]{1,100}(?:\[\d{1,3}\])?(?:\.[^\s.[\]"'\\]{1,100}(?:\[\d{1,3}\])?)*$/;

const MOST_PATHS = 200;
const LONGEST_PATH = 300;

/**
 * Where an installation that differs from the contract keeps its fields: `order.totalAmount` →
 * `amounts.grand.value`. A list is named by its own path; what is in its items, such as
 * `order.lineItems[].sku`, is looked for from the item on.
 */
export const pathsShape = z.record(z.string(), z.string()).superRefine((table, context) => {
  const entries = Object.entries(table);
  if (entries.length > MOST_PATHS)
    context.addIssue({ code: 'custom', message: `has more than ${MOST_PATHS} fields` });
  for (const [field, path] of entries) {
    const message = wrongField(field) ?? wrongPath(path);
    if (message) context.addIssue({ code: 'custom', path: [field], message });
  }
});
export type PathTable = z.output<typeof pathsShape>;

function wrongField(field: string): string | undefined {
  if (CONTRACT_FIELDS.has(field)) return undefined;
  const meant = nearest(field.slice(0, 80), [...CONTRACT_FIELDS]);
  return `is no field of the contract${meant ? `; did you mean ${meant}?` : ''}`;
}

function wrongPath(path: string): string | undefined {
  if (path.length > LONGEST_PATH || !OWN_PATH.test(path))
    return 'must lead somewhere: names with dots between, such as amounts.grand.value or contacts[0].mail';
  const hidden = readPath(path).find(isPrivateName);
  if (hidden === undefined) return undefined;
  return `leads through "${hidden}", and nothing about payment, secrets or sign-in is taken in`;
}

/** A path as its steps. */
export function readPath(path: string): Path {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

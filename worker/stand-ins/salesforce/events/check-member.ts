import { Refused } from '../records/refusal.ts';
import type { Component } from '../schema/component.ts';
import { parseSoql } from '../soql/parse.ts';
import { toTree, type Tree } from '../soql/tree.ts';
import { HEADER_FIELDS } from './filter.ts';
import { MOST_ENTITIES, selectedByMetadata, tooMany } from './selection.ts';

/** What is wrong with a filter expression; undefined when nothing is. */
export function filterProblem(
  expression: string,
  hasField: (name: string) => boolean,
): string | undefined {
  let tree: Tree;
  try {
    const { where } = parseSoql(`SELECT Id FROM Event WHERE ${expression}`);
    if (!where) return 'it has no condition';
    tree = toTree(where);
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
  const unknown = namesIn(tree).find((name) => !isHeaderField(name) && !hasField(name));
  return unknown === undefined ? undefined : `there is no field ${unknown} to filter by`;
}

function namesIn(tree: Tree): string[] {
  if (tree.kind === 'not') return namesIn(tree.part);
  if (tree.kind !== 'test') return tree.parts.flatMap(namesIn);
  return 'field' in tree.test ? [tree.test.field] : ['a function'];
}

function isHeaderField(name: string): boolean {
  const [first = '', field = ''] = name.toLowerCase().split('.');
  return (
    first === 'changeeventheader' &&
    Object.keys(HEADER_FIELDS).some((known) => known.toLowerCase() === field)
  );
}

/** Complains when the org's own metadata would select more objects than the org may. */
export function limitProblem(components: Component[]): string | undefined {
  return selectedByMetadata(components).size > MOST_ENTITIES ? tooMany() : undefined;
}

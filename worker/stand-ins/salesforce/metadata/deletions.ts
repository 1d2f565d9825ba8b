import { keyOf } from '../schema/catalogue.ts';
import { ownName, type Component } from '../schema/component.ts';
import type { Features } from '../schema/features/features.ts';
import { checkReferences } from './check.ts';
import type { Deletion, Failure } from './failure.ts';
import { forgetReferences } from './forget.ts';
import { createWorld, isOf } from './world.ts';

/** What a deploy takes away, and what becomes of the rest. */
export interface Removal {
  doomed: Component[];
  /** Everything else, without what mentioned the doomed in passing. */
  remaining: Component[];
  /** Those of `remaining` that differ from what the org has. */
  rewritten: Component[];
  failures: Failure[];
  /** Deletions of what is not there: no error to the platform. */
  absent: Deletion[];
}

/** Kinds of metadata that keep the platform from deleting what they name. */
const HOLDING = [
  'CustomField',
  'ValidationRule',
  'FlexiPage',
  'PlatformEventChannelMember',
  'LightningComponentBundle',
  'CustomApplication',
  'CustomTab',
];

export function planRemoval(all: Component[], deletions: Deletion[], features?: Features): Removal {
  const doomed = new Map<string, Component>();
  const failures: Failure[] = [];
  const absent: Deletion[] = [];
  for (const deletion of deletions) {
    const { type, fullName } = deletion;
    const target = all.find((one) => one.type === type && orgName(one) === fullName);
    if (!target) absent.push(deletion);
    else if (target.namespace.prefix) {
      failures.push({ ...deletion, text: `Cannot delete managed object: ${fullName}` });
    } else {
      doomed.set(keyOf(target), target);
      if (type !== 'CustomObject') continue;
      for (const part of all.filter((one) => isOf(fullName, one))) doomed.set(keyOf(part), part);
    }
  }
  const gone = [...doomed.values()];
  const kept = all.filter((component) => !doomed.has(keyOf(component)));
  const remaining = kept.map((component) => forgetReferences(component, gone));
  const rewritten = remaining.filter((component) => !kept.includes(component));
  if (gone.length > 0) failures.push(...held(all, remaining, deletions, features));
  return { doomed: gone, remaining, rewritten, failures, absent };
}

function orgName({ type, fullName, namespace }: Component): string {
  return namespace.componentName(type, fullName);
}

/** Whatever breaks by the deletions, and was whole before, holds what is to be deleted. */
function held(
  all: Component[],
  remaining: Component[],
  deletions: Deletion[],
  features?: Features,
): Failure[] {
  const [before, after] = [createWorld(all, features), createWorld(remaining, features)];
  return remaining
    .filter(({ type }) => HOLDING.includes(type))
    .flatMap((component) => {
      const known = checkReferences(component, before).map(({ text }) => text);
      const problem = checkReferences(component, after).find(({ text }) => !known.includes(text));
      if (!problem) return [];
      const named = deletions.filter(({ fullName }) => problem.text.includes(ownName(fullName)));
      const by = `${component.type} - ${component.fullName}`;
      const text = `This component is referenced elsewhere in salesforce.com : ${by}`;
      return (named.length > 0 ? named : deletions).map((deletion) => ({ ...deletion, text }));
    });
}

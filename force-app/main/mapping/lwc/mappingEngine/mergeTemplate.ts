import { applyChanges } from './applyChanges.ts';
import { diffMappings, targetHead, type Change } from './diff.ts';
import { rowOf } from './edit.ts';
import type { Mapping, Row, Target } from './model.ts';
import { sameJson } from './sameJson.ts';

/** What a newer edition of a template would change in an admin's own mapping. */
export interface TemplateChange extends Change {
  /** `conflict`: the admin has changed this part too. */
  state: 'clean' | 'conflict';
  /** The admin's own part; absent when it is not there. */
  own?: Row | Target;
}

/**
 * Compares three ways: what the template changed from `old` to `next`, and whether `own` still has
 * the old part. Changes that `own` has already are left out, and so are settings, which are the
 * shop's. Nothing is applied by itself. Without the old edition nobody can tell who changed a part:
 * then additions are told as they are, changes as conflicts, and removals not at all.
 */
export function templateChanges(
  old: Mapping | undefined,
  next: Mapping,
  own: Mapping,
): TemplateChange[] {
  return diffMappings(old ?? own, next)
    .filter(({ target }) => target !== '')
    .flatMap((change) => {
      const mine = ownPart(own, change);
      if (old === undefined) return withoutOld(change, mine);
      if (isThere(change, mine, own, next)) return [];
      const state = isUntouched(change, mine, old, own) ? 'clean' : 'conflict';
      return [{ ...change, state, ...(mine ? { own: mine } : {}) } as TemplateChange];
    });
}

/** Takes the chosen changes and notes that this edition of the template was looked at. */
export function takeEdition(
  own: Mapping,
  next: Mapping,
  chosen: readonly TemplateChange[],
): Mapping {
  const taken = applyChanges(own, chosen);
  return next.template ? { ...taken, template: next.template } : taken;
}

function withoutOld(change: Change, own: Row | Target | undefined): TemplateChange[] {
  if (change.kind === 'added') return [{ ...change, state: 'clean' }];
  return change.kind === 'changed' && own ? [{ ...change, state: 'conflict', own }] : [];
}

function ownPart(own: Mapping, { target, row }: Change): Row | Target | undefined {
  if (row !== null) return rowOf(own, target, row);
  return own.targets.find(({ id }) => id === target);
}

function isThere(
  change: Change,
  mine: Row | Target | undefined,
  own: Mapping,
  next: Mapping,
): boolean {
  if (change.kind === 'removed') return mine === undefined;
  if (change.kind !== 'moved')
    return mine !== undefined && sameJson(comparable(change, mine), change.after);
  // One move alone says little: what it follows may be about to move too.
  return mine === undefined || keepsOrder(siblings(next, change), siblings(own, change));
}

function isUntouched(
  change: Change,
  mine: Row | Target | undefined,
  old: Mapping,
  own: Mapping,
): boolean {
  switch (change.kind) {
    case 'added':
      return mine === undefined && !fillsAlready(own, change);
    case 'moved':
      return keepsOrder(siblings(old, change), siblings(own, change));
    default:
      return mine !== undefined && sameJson(comparable(change, mine), change.before);
  }
}

/** A changed target is compared without its rows, which have changes of their own. */
function comparable({ kind, row }: Change, mine: Row | Target): unknown {
  return kind === 'changed' && row === null ? targetHead(mine as Target) : mine;
}

function fillsAlready(own: Mapping, { target, row, after }: Change): boolean {
  if (row === null || !after || !('target' in after)) return false;
  const rows = own.targets.find(({ id }) => id === target)?.rows ?? [];
  return rows.some((mine) => mine.target === after.target && !mine.off);
}

function siblings(mapping: Mapping, { target, row }: Change): string[] {
  if (row === null) return mapping.targets.map(({ id }) => id);
  return mapping.targets.find(({ id }) => id === target)?.rows.map(({ id }) => id) ?? [];
}

function keepsOrder(old: readonly string[], own: readonly string[]): boolean {
  const common = old.filter((id) => own.includes(id));
  return sameJson(
    common,
    own.filter((id) => old.includes(id)),
  );
}

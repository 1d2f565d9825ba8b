import { aboutRow, aboutTarget, rowName, type Finding } from './findings.ts';
import type { Mapping, Row, Target } from './model.ts';
import { sameJson } from './sameJson.ts';

/** Reports rows that an earlier row for the same field never lets through. */
export function checkReach(target: Target, findings: Finding[]): void {
  const blocking = new Map<string, Row[]>();
  for (const row of target.rows) {
    if (row.off || row.target === '') continue;
    const earlier = blocking.get(row.target) ?? [];
    const blocked = earlier.find((one) => one.rule !== 'onCreate' || row.rule === 'onCreate');
    if (blocked)
      aboutRow(
        findings,
        target,
        row,
      )({
        code: 'never_reached',
        severity: 'warning',
        what: `${rowName(target, row)} is never reached: ${rowName(target, blocked).split(' (')[0] ?? ''} fills the field always.`,
        fix: 'Give the earlier row a condition or take away its default, or remove this row.',
      });
    if (alwaysGives(row)) blocking.set(row.target, [...earlier, row]);
  }
}

/** Reports targets that write the same records twice. */
export function checkTwice(mapping: Mapping, findings: Finding[]): void {
  const live = mapping.targets.filter(({ off, object }) => !off && object !== '');
  for (const [index, target] of live.entries()) {
    const earlier = live
      .slice(0, index)
      .find(
        ({ object, from, condition }) =>
          object === target.object && from === target.from && sameJson(condition, target.condition),
      );
    if (earlier)
      aboutTarget(
        findings,
        target,
      )({
        code: 'target_twice',
        severity: 'warning',
        what: `${target.object} is written twice from the same ${target.from}.`,
        fix: 'Give the two targets conditions that exclude each other, or put their rows into one.',
      });
  }
}

function alwaysGives({ condition, steps, default: other }: Row): boolean {
  return !condition && (other !== undefined || steps.at(-1)?.step === 'defaultTo');
}

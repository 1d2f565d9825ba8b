import { checkForm } from './checkForm.ts';
import { checkReach, checkTwice } from './checkOrder.ts';
import { checkPeople } from './checkPeople.ts';
import { checkRow } from './checkRow.ts';
import { checkTarget, type TargetContext } from './checkTarget.ts';
import type { ObjectDescribe } from './describe.ts';
import { aboutRow, rowName, type Finding } from './findings.ts';
import type { Mapping, Row, Target } from './model.ts';
import { SourceTypes } from './sourceTypes.ts';

export interface CheckContext {
  /** By object. What is absent has not been asked yet: those checks are left out. */
  describes?: ReadonlyMap<string, ObjectDescribe>;
  /** Paths into the shop's own records that samples had. */
  seenPaths?: ReadonlySet<string>;
  /** Of the shop; without it the documented fields of all platforms are known. */
  platform?: string;
}

/**
 * Everything that keeps a mapping from being published (errors) and what an admin should know
 * (warnings), in the order of targets and rows. Of rows and targets that are off only the form
 * counts. Never throws.
 */
export function checkMapping(mapping: Mapping, context: CheckContext = {}): Finding[] {
  const { findings, broken, hopeless } = checkForm(mapping);
  if (hopeless) return findings;
  for (const target of mapping.targets) {
    if (!target.off && !broken.has(target)) checkLive(mapping, target, broken, context, findings);
  }
  if (findings.some(({ code }) => code === 'form')) return findings;
  checkTwice(mapping, findings);
  checkPeople(mapping, context.describes, findings);
  return findings;
}

function checkLive(
  mapping: Mapping,
  target: Target,
  broken: ReadonlySet<Row | Target>,
  { describes, seenPaths, platform }: CheckContext,
  findings: Finding[],
): void {
  const { settings } = mapping;
  const describe = describes?.get(target.object);
  const sources = new SourceTypes(target.from, seenPaths, platform);
  const shared: TargetContext = { settings, target, sources, describe, findings };
  checkTarget(shared);
  const fields = new Map(describe?.fields.map((field) => [field.name, field]));
  for (const row of target.rows) {
    if (row.off || broken.has(row)) continue;
    const report = aboutRow(findings, target, row);
    const field = fields.get(row.target);
    checkRow({ ...shared, row, name: rowName(target, row), field, report });
  }
  if (!target.rows.some((row) => broken.has(row))) checkReach(target, findings);
}

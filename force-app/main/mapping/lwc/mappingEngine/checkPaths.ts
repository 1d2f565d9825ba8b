import { quote, type Report } from './findings.ts';
import type { Shape } from './shapes.ts';
import type { SourceTypes } from './sourceTypes.ts';

/** The shape of what a path gives; reports a path that the source does not have. */
export function checkPath(
  path: string,
  {
    sources,
    name,
    report,
    step,
  }: { sources: SourceTypes; name: string; report: Report; step?: number },
): Shape {
  const facts = sources.factsOf(path);
  if (facts.known) return facts.shape;
  const at = step === undefined ? {} : { step };
  const hint = facts.meant === undefined ? '' : `, perhaps ${facts.meant}`;
  if (facts.raw) {
    report({
      ...at,
      code: 'path_not_seen',
      severity: 'warning',
      what: `${name} reads ${quote(path)}, which no sample of the shop had.`,
      fix: `Load fresh samples, or choose another source${hint}.`,
    });
  } else {
    report({
      ...at,
      code: 'path_unknown',
      what: `${name} reads ${quote(path)}, which this source does not have.`,
      fix: `Choose a source from the list${hint}.`,
    });
  }
  return { type: 'any' };
}

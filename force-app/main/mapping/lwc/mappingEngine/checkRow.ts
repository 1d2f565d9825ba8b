import { checkCondition } from './checkCondition.ts';
import { checkDefault } from './checkDefault.ts';
import { checkField } from './checkField.ts';
import { checkLinks, isLinked } from './checkLinks.ts';
import { checkPath } from './checkPaths.ts';
import { checkSteps } from './checkSteps.ts';
import { checkType } from './checkTypes.ts';
import { shapeOfSources, type Shape } from './shapes.ts';
import type { RowContext } from './rowContext.ts';

/** Everything about a row that does not depend on other rows. */
export function checkRow(context: RowContext): void {
  const { row, name, field, report } = context;
  checkField(context);
  if (row.condition) checkCondition(row.condition, context);
  if (isLinked(row)) {
    checkLinks(context);
    return;
  }
  const shape = checkSteps(context, checkSources(context));
  if (field && shape) checkType(shape, field, name, report);
  if (row.default !== undefined && field) checkDefault(row.default, field, name, report);
  if (!shape && row.default === undefined)
    report({
      code: 'source_missing',
      what: `${name} has neither a source nor a default.`,
      fix: 'Choose a source, give it a default, or remove the row.',
    });
}

function checkSources(context: RowContext): Shape | undefined {
  const { row, name, report } = context;
  const shapes = row.source.map((path): Shape => {
    if (path !== '') return checkPath(path, context);
    report({
      code: 'source_missing',
      what: `${name} has a source that is not chosen yet.`,
      fix: 'Choose the source, or remove it from the row.',
    });
    return { type: 'any' };
  });
  return shapeOfSources(shapes);
}

import { checkFormula } from './checkFormula.ts';
import { checkPath } from './checkPaths.ts';
import { compileCondition } from './conditions.ts';
import { asFix, midSentence, type Report } from './findings.ts';
import type { Condition, MappingSettings, Test } from './model.ts';
import type { SourceTypes } from './sourceTypes.ts';
import { typeWords } from './fieldTypes.ts';
import { StepError } from './values.ts';

interface Where {
  /** How the row or target is called in a sentence. */
  name: string;
  sources: SourceTypes;
  settings: MappingSettings;
  report: Report;
}

export function checkCondition(condition: Condition, where: Where): void {
  if ('formula' in condition) checkConditionFormula(condition.formula, where);
  else checkTest(condition, where);
}

function checkConditionFormula(text: string, where: Where): void {
  const { name, sources, report } = where;
  const formula = checkFormula(text, {
    name: `The condition of ${midSentence(name)}`,
    report,
    typeOf: (path) => sources.typeOf(path),
  });
  if (!formula) return;
  for (const path of formula.paths) checkPath(path, { sources, name, report });
  if (formula.returns === 'boolean' || formula.returns === 'any') {
    checkWorks({ formula: text }, where);
    return;
  }
  report({
    code: 'condition_not_boolean',
    what: `The formula of the condition of ${midSentence(name)} gives ${typeWords(formula.returns)}, not true or false.`,
    fix: 'Compare it with something, such as order.total > 100.',
  });
}

function checkTest(test: Test, { name, sources, settings, report }: Where): void {
  if (test.path === '') {
    report({
      code: 'condition_incomplete',
      what: `The condition of ${midSentence(name)} has no field to compare.`,
      fix: 'Choose the field, or remove the condition.',
    });
    return;
  }
  checkPath(test.path, { sources, name: `The condition of ${midSentence(name)}`, report });
  checkWorks(test, { name, sources, settings, report });
}

/** What the worker would say when it compiles the condition. */
function checkWorks(condition: Condition, { name, settings, report }: Where): void {
  try {
    compileCondition(condition, settings);
  } catch (thrown) {
    if (!(thrown instanceof StepError)) throw thrown;
    report({
      code: 'condition_incomplete',
      what: `The condition of ${midSentence(name)} cannot work.`,
      fix: asFix(thrown.message),
    });
  }
}

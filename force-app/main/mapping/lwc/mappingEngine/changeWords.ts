/** Changes of a mapping in the words of a person. */
import type { Condition, Direction, Row, Rule, Target } from './model.ts';
import { sameJson } from './sameJson.ts';
import { stepDefinition, type Step } from './steps.ts';

const RULES: Readonly<Record<Rule, string>> = {
  always: 'always',
  onCreate: 'when the record is made',
  ifBlank: 'where Salesforce has nothing',
};

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  toSalesforce: 'to Salesforce',
  toShop: 'to the shop',
  both: 'both ways',
};

/** How each part of a row reads. */
const PARTS: readonly [string, (row: Row) => string][] = [
  ['field', (row) => row.target],
  ['source', (row) => row.source.join(', ')],
  ['steps', (row) => row.steps.map(stepLabel).join(', ')],
  ['default', (row) => String(row.default ?? '')],
  ['condition', (row) => conditionWords(row.condition)],
  ['rule', (row) => RULES[row.rule]],
  ['direction', (row) => DIRECTIONS[row.direction]],
  ['clearing of blanks', (row) => (row.clearWhenBlank ? 'on' : 'off')],
  ['row', (row) => (row.off ? 'off' : 'on')],
];

/** Goes on from the name of the field: `changed: source from order.email to profile.email`. */
export function whatChanged(before: Row, after: Row): string {
  const parts = PARTS.flatMap(([name, words]) => {
    const [old, now] = [words(before), words(after)];
    return old === now ? [] : [`${name} from ${orNothing(old)} to ${orNothing(now)}`];
  });
  // Steps of the same names may have other parameters.
  if (parts.length === 0 || onlyParamsDiffer(before, after)) parts.push(paramsWords(before, after));
  return `changed: ${parts.filter(Boolean).join('; ')}`;
}

export function targetWords({ id, object }: Target): string {
  return id === object ? object : `${object} (${id})`;
}

function conditionWords(condition: Condition | undefined): string {
  if (!condition) return '';
  if ('formula' in condition) return condition.formula;
  const { path, is, value, values } = condition;
  return [path, is, ...(values ?? []), ...(value === undefined ? [] : [value])].join(' ');
}

function stepLabel(step: Step): string {
  return stepDefinition(step.step)?.label ?? step.step;
}

function onlyParamsDiffer(before: Row, after: Row): boolean {
  const names = (row: Row): string => row.steps.map(({ step }) => step).join();
  return names(before) === names(after) && !sameJson(before.steps, after.steps);
}

function paramsWords(before: Row, after: Row): string {
  const changed = after.steps.filter((step, index) => !sameJson(step, before.steps[index]));
  return changed.length === 0 ? '' : `settings of ${changed.map(stepLabel).join(', ')}`;
}

function orNothing(words: string): string {
  return words === '' ? 'nothing' : words;
}

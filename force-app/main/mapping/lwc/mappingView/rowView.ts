import type { FieldDescribe, Finding, Row, RowTrace } from 'c/mappingEngine';
import { engagementNote, isRequired } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { engagementText } from './engagementText';
import { typeText } from './fieldTypes';
import { resultOf, type ResultView } from './resultView';
import { statusOf, type StatusView } from './statusView';
import { shown } from './values';
import { conditionText, ruleText, sourceTexts, stepText } from './words';

export interface RowView {
  id: string;
  /** The label of the field, or its name, or that there is none. */
  name: string;
  field: string;
  type: string;
  isRequired: boolean;
  sources: { key: string; text: string; path: string }[];
  sample: string;
  steps: { key: string; text: string }[];
  rule: string;
  condition: string;
  /** How Account Engagement treats it, in two words and in a sentence. */
  engagement: string;
  engagementHelp: string;
  result: ResultView;
  status: StatusView;
  findings: Finding[];
  change: '' | 'new' | 'changed';
  isOff: boolean;
  needsAttention: boolean;
  /** A required field that no row fills stands for itself. */
  isMissing: boolean;
  /** All that a search looks through, in lower case. */
  text: string;
}

/** All that a row is shown from. */
export interface RowFacts {
  object: string;
  field: FieldDescribe | undefined;
  trace: RowTrace | undefined;
  findings: readonly Finding[];
  change: RowView['change'];
  isTargetOff: boolean;
  nameOf: (path: string) => string;
}

export function rowView(row: Row, facts: RowFacts): RowView {
  const { field, trace, findings, change, nameOf } = facts;
  const status = statusOf(row, facts);
  const note = engagementNote(facts.object, row);
  const condition = row.condition ? conditionText(row.condition, nameOf) : '';
  const view = {
    id: row.id,
    name: field?.label ?? (row.target || labels.notChosen),
    field: row.target,
    type: field ? typeText(field) : '',
    isRequired: field !== undefined && isRequired(field),
    sources: sourceTexts(row, nameOf),
    sample: shown(trace?.sources.map(({ value }) => shown(value)).filter(Boolean)),
    steps: row.steps.map((step, at) => ({ key: `${at} ${step.step}`, text: stepText(step) })),
    rule: ruleText(row.rule),
    condition: condition && fill(labels.onlyIf, condition),
    engagement: engagementText(note),
    engagementHelp: note?.text ?? '',
    result: resultOf(trace),
    status,
    findings: [...findings],
    change,
    isOff: row.off === true,
    needsAttention: findings.length > 0 || status.kind === 'problem' || status.kind === 'paused',
    isMissing: false,
  };
  return { ...view, text: searched(view) };
}

/** A required field that no row fills. */
export function missingView(field: FieldDescribe): RowView {
  const view = {
    id: `missing ${field.name}`,
    name: field.label,
    field: field.name,
    type: typeText(field),
    isRequired: true,
    ...{ sources: [], sample: '', steps: [], rule: '', condition: '' },
    ...{ engagement: '', engagementHelp: '' },
    result: { text: '', kind: 'none' as const },
    status: {
      ...{ kind: 'missing' as const, text: labels.statusMissing },
      ...{ icon: 'utility:warning', variant: 'warning' },
    },
    findings: [],
    change: '' as const,
    ...{ isOff: false, needsAttention: true, isMissing: true },
  };
  return { ...view, text: searched(view) };
}

function searched(view: Omit<RowView, 'text'>): string {
  const { name, field, sources, steps, sample, rule, condition, engagement, result, status } = view;
  return [
    ...[name, field, sample, rule, condition, engagement, result.text, status.text],
    ...sources.flatMap(({ text, path }) => [text, path]),
    ...steps.map(({ text }) => text),
  ]
    .join('\n')
    .toLowerCase();
}

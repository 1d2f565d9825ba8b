import { fill } from 'c/format';
import { labels } from './labels';
import type { Trial, Write } from './trial';

export interface FieldView {
  key: string;
  label: string;
  name: string;
  before: string;
  after: string;
  change: string;
  className: string;
}

export interface WriteView {
  key: string;
  heading: string;
  id: string;
  name: string;
  isThere: boolean;
  fields: FieldView[];
  hasFields: boolean;
  sameText: string;
  refusals: { key: string; text: string }[];
}

const ACTIONS: Record<Write['action'], string> = {
  create: labels.create,
  update: labels.update,
  nothing: labels.nothing,
};

const CHANGES = {
  new: labels.changeNew,
  changed: labels.changeChanged,
  same: labels.changeSame,
  kept: labels.changeKept,
};

/** A record to write, its fields apart that stay as they are. */
export function writeView(write: Write, at: number, showSame: boolean): WriteView {
  const { object, action, id = '', name = '', fields, refusals } = write;
  const same = fields.filter(({ change }) => change === 'same');
  const shown = showSame ? fields : fields.filter(({ change }) => change !== 'same');
  return {
    key: `${object} ${at}`,
    heading: `${object}: ${ACTIONS[action]}`,
    id,
    name: name || id,
    isThere: id !== '',
    fields: shown.map((field) => ({
      key: field.field,
      label: field.label,
      name: field.field,
      before: textOf(field.before),
      after: textOf(field.after),
      change: CHANGES[field.change],
      className: `change ${field.change}`,
    })),
    hasFields: shown.length > 0,
    sameText: same.length > 0 && !showSame ? fill(labels.same, same.length) : '',
    refusals: refusals.map(({ code, field, what, fix }) => ({
      key: `${code} ${field ?? ''}`,
      text: `${what} ${fix}`,
    })),
  };
}

const WHO: Record<Trial['person']['who'], string> = {
  known: labels.whoKnown,
  found: labels.whoFound,
  new: labels.whoNew,
  several: labels.whoSeveral,
  none: labels.whoNone,
};

export function whoText({ person }: Trial): string {
  return [WHO[person.who], person.why].filter(Boolean).join(' ');
}

const VERDICTS = {
  allow: labels.duplicateAllow,
  alert: labels.duplicateAlert,
  block: labels.duplicateBlock,
};

/** What stands in the way or is worth knowing, as sentences. */
export function noticesOf(trial: Trial): { key: string; text: string }[] {
  const texts = [
    ...(trial.note ? [trial.note] : []),
    ...trial.duplicates.map(({ object, rule, verdict, matches }) =>
      fill(VERDICTS[verdict], rule ?? object, matches.map(({ name }) => name).join(', ')),
    ),
    ...trial.problems.map(({ target, field, reason }) => `${target}.${field}: ${reason}`),
    ...trial.unmapped.map(({ target, field, value }) =>
      fill(labels.unmapped, `${target}.${field}`, value),
    ),
  ];
  return texts.map((text, at) => ({ key: String(at), text }));
}

/** How the record fares, in a word for its heading. */
export function verdictOf(trial: Trial): 'refused' | 'noticed' | 'written' | 'same' {
  if (trial.writes.some(({ refusals }) => refusals.length > 0)) return 'refused';
  if (trial.duplicates.some(({ verdict }) => verdict === 'block')) return 'refused';
  if (noticesOf(trial).length > 0) return 'noticed';
  return trial.writes.some(({ action }) => action !== 'nothing') ? 'written' : 'same';
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return labels.blank;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

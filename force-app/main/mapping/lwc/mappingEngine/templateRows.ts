/** Short forms for the rows of the templates, one per type of field. */
import type { Link, Row } from './model.ts';
import type { Step } from './steps.ts';

type Source = string | readonly string[];

export function row(id: string, source: Source, target: string, steps: Step[]): Row {
  const paths = typeof source === 'string' ? [source] : [...source];
  return { id, source: paths, steps, target, direction: 'toSalesforce', rule: 'always' };
}

/** A lookup field. */
export function link(id: string, record: Link, target: string): Row {
  return row(id, record, target, []);
}

export function text(id: string, source: Source, target: string, length: number): Row {
  return row(id, source, target, [
    { step: 'text' },
    { step: 'trim' },
    { step: 'truncate', length },
  ]);
}

/** External ids and other keys: cutting one would make it the key of something else. */
export function key(id: string, source: string, target: string): Row {
  return row(id, source, target, [{ step: 'text' }]);
}

export function number(
  id: string,
  source: string,
  target: string,
  precision: number,
  scale: number,
): Row {
  return row(id, source, target, [{ step: 'decimal', precision, scale }]);
}

export function whole(id: string, source: string, target: string, digits: number): Row {
  return row(id, source, target, [{ step: 'integer', digits }]);
}

/** What people and mails see: yen without decimals, dollars with two. */
export function amount(id: string, source: string, currency: string, target: string): Row {
  const steps: Step[] = [
    { step: 'roundToCurrency', currency },
    { step: 'decimal', precision: 16, scale: 2 },
  ];
  return row(id, source, target, steps);
}

export function dateTime(id: string, source: string, target: string): Row {
  return row(id, source, target, [{ step: 'dateTime' }]);
}

export function checkbox(id: string, source: string, target: string): Row {
  return row(id, source, target, [{ step: 'boolean' }]);
}

export function email(id: string, source: string, target: string): Row {
  return row(id, source, target, [{ step: 'email' }]);
}

/** Salesforce's Url fields and the texts that hold a link take 255 characters. */
export function url(id: string, source: string, target: string): Row {
  return row(id, source, target, [{ step: 'url', length: 255 }]);
}

export function names(id: string, source: string, target: string, length: number): Row {
  return row(id, source, target, [{ step: 'join', separator: ', ', max: length }]);
}

/** A line for each, in a long text field. */
export function lines(id: string, source: string, target: string, length: number): Row {
  return row(id, source, target, [{ step: 'join', separator: '\n', max: length }]);
}

/** A restricted picklist: a value outside the list is a problem, not a refusal by Salesforce. */
export function picklist(id: string, source: string, target: string, values: string[]): Row {
  const table = Object.fromEntries(values.map((value) => [value, value]));
  return row(id, source, target, [{ step: 'valueTable', values: table }]);
}

/** The row counts only when the record is made. */
export function once(given: Row): Row {
  return { ...given, rule: 'onCreate' };
}

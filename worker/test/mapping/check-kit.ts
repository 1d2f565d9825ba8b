import {
  checkMapping,
  type CheckContext,
  type FieldDescribe,
  type Finding,
  type Mapping,
  type ObjectDescribe,
  type Row,
  type Target,
} from '#mapping-engine';
import { row, SETTINGS } from './one-row.ts';

/** A field as a describe tells it: a text of 255 characters that may be written. */
export function field(name: string, more: Partial<FieldDescribe> = {}): FieldDescribe {
  return {
    name,
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    type: 'string',
    length: 255,
    createable: true,
    updateable: true,
    nillable: true,
    ...more,
  };
}

export function describeOf(
  object: string,
  fields: FieldDescribe[],
  more: Partial<ObjectDescribe> = {},
): ObjectDescribe {
  return { object, label: object, createable: true, updateable: true, fields, ...more };
}

export function mapping(...targets: Target[]): Mapping {
  return { format: 1, settings: SETTINGS, targets };
}

export function orders(...rows: Row[]): Target {
  return { id: 'Order__c', object: 'Order__c', from: 'order', rows };
}

export function check(target: Target, ...fields: FieldDescribe[]): Finding[] {
  return checkIn(
    { describes: new Map([[target.object, describeOf(target.object, fields)]]) },
    target,
  );
}

export function checkIn(context: CheckContext, ...targets: Target[]): Finding[] {
  return checkMapping(mapping(...targets), context);
}

/** The findings of one row of an order that fills `Field__c`. */
export function checkRow(
  source: string | string[],
  steps: Row['steps'] = [],
  more: Partial<Row> = {},
  target: FieldDescribe | null = field('Field__c'),
): Finding[] {
  return check(orders(row(source, steps, more)), ...(target ? [target] : []));
}

export function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addRow,
  checkMapping,
  compileMapping,
  compilePath,
  rawFieldsOf,
  SOURCES,
  suggest,
  suggestedRow,
  type FieldDescribe,
  type Mapping,
  type SourceField,
  type SourceKind,
  type Suggestion,
  type Target,
} from '#mapping-engine';
import type { FieldFact } from '#mapping-engine/suggestFields';

const objects = JSON.parse(
  readFileSync(join(import.meta.dirname, 'pairs/objects.json'), 'utf8'),
) as Record<string, FieldFact[]>;

function fieldsOf(object: string): FieldDescribe[] {
  const writable = { createable: true, updateable: true, nillable: true };
  return (objects[object] ?? []).map((field) => ({ ...writable, ...field }));
}

/** An input that holds the example of each of these fields where its path leads. */
function inputOf(fields: readonly SourceField[]): object {
  const input = {};
  for (const { path, type, example } of fields) {
    if (type === 'items' || type === 'record') continue;
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = input as Record<string, unknown>;
    for (const name of names) {
      if (typeof at[name] !== 'object') at[name] = {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = type === 'list' ? String(example).split(', ') : example;
  }
  return input;
}

/** What a value is as a value of the field, whatever made it so. */
function asField({ type, length = 255 }: FieldDescribe, value: unknown): unknown {
  const one = Array.isArray(value) ? value.join(', ') : value;
  if (type === 'phone') return `+1${String(one).replace(/\D/g, '')}`;
  if (type === 'boolean') return one === true || one === 'true' || one === 1;
  if (['double', 'currency', 'percent', 'int'].includes(type)) return Number(one).toFixed(2);
  if (type === 'date') return new Date(String(one)).toISOString().slice(0, 10);
  if (type === 'datetime') return new Date(String(one)).toISOString();
  return String(one).trim().slice(0, length);
}

function asWritten({ type }: FieldDescribe, value: unknown): unknown {
  if (['double', 'currency', 'percent', 'int'].includes(type)) return Number(value).toFixed(2);
  if (type === 'datetime') return new Date(String(value)).toISOString();
  return value;
}

const CASES: [SourceKind, string][] = [
  ['person', 'Contact'],
  ['person', 'Lead'],
  ['order', 'Order__c'],
  ['order', 'Opportunity'],
  ['orderItem', 'Order_Item__c'],
  ['cart', 'Cart__c'],
  ['product', 'Product2'],
];

describe('a suggestion that is added', () => {
  it.each(CASES)('from %s gives %s the value that the sample promised', (from, object) => {
    const target: Target = { id: object, object, from, rows: [] };
    const mapping: Mapping = {
      ...{ format: 1, settings: { country: 'US', timeZone: 'UTC' } },
      targets: [target],
    };
    const sources = [...SOURCES[from], ...rawFieldsOf(from, 'bigcommerce')];
    const input = inputOf(sources);
    const fields = fieldsOf(object);
    const known = (name: string): FieldDescribe => {
      const field = fields.find((one) => one.name === name);
      if (!field) throw new Error(`${object} has no field ${name}, and yet it was suggested.`);
      return field;
    };
    const found = suggest({
      ...{ target, paths: sources, inputs: [input] },
      describe: { object, label: object, createable: true, updateable: true, fields },
    });

    const gives = ({ path, field, ...rest }: Suggestion): object => {
      const added = addRow(mapping, object, suggestedRow(target, { path, field, ...rest }));
      const mapped = compileMapping(added).targets[0]?.map(input, { creating: true });
      return {
        ...{ path, field, problems: mapped?.problems },
        value: asWritten(known(field), mapped?.fields[field]),
      };
    };
    const promises = ({ path, field }: Suggestion): object => {
      return { path, field, problems: [], value: asField(known(field), compilePath(path)(input)) };
    };
    const first = [...found.fields.values()].flatMap(([best]) => best ?? []);
    expect(first.length).toBeGreaterThan(4);
    expect(first.map(gives)).toEqual(first.map(promises));

    const rows = first.reduce(
      (some, one) => addRow(some, object, suggestedRow(target, one)),
      mapping,
    );
    const described = { object, label: object, createable: true, updateable: true, fields };
    const findings = checkMapping(rows, { describes: new Map([[object, described]]) });
    const ofRows = findings.filter(({ row, severity }) => row !== null && severity === 'error');
    expect(ofRows.map(({ field, what }) => `${field}: ${what}`)).toEqual([]);
  });
});

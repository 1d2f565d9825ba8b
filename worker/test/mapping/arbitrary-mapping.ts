import fc, { type Arbitrary } from 'fast-check';
import {
  SOURCE_KINDS,
  STEPS,
  TEST_OPERATORS,
  type Condition,
  type Mapping,
  type ParamDefinition,
  type Row,
  type Step,
  type Target,
} from '#mapping-engine';

const PATHS = ['order.number', 'order.items.sku', 'order.raw.notes', 'customerKey', ''];
const word = fc.string({ maxLength: 12 });
const path = fc.constantFrom(...PATHS);
const value = fc.oneof(word, fc.integer(), fc.boolean());

/** Any mapping of the right form, whether it makes sense or not. */
export function anyMapping(): Arbitrary<Mapping> {
  return fc.record(
    {
      format: fc.constant(1 as const),
      settings: fc.constant({ country: 'DE', timeZone: 'Europe/Berlin' }),
      template: fc.record({ name: word, edition: fc.integer({ min: 1, max: 9 }) }),
      targets: fc.uniqueArray(anyTarget(), { selector: ({ id }) => id, maxLength: 3 }),
    },
    { requiredKeys: ['format', 'settings', 'targets'] },
  );
}

function anyTarget(): Arbitrary<Target> {
  return fc.record(
    {
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      object: fc.constantFrom('Lead', 'Order__c', 'Opportunity', ''),
      from: fc.constantFrom(...SOURCE_KINDS),
      off: fc.boolean(),
      condition: anyCondition(),
      key: fc.constantFrom('Key__c', ''),
      rows: fc.uniqueArray(anyRow(), { selector: ({ id }) => id, maxLength: 5 }),
    },
    { requiredKeys: ['id', 'object', 'from', 'rows'] },
  );
}

export function anyRow(): Arbitrary<Row> {
  return fc.record(
    {
      id: fc.constantFrom('r1', 'r2', 'r3', 'row-1', 'row-2', 'row-9'),
      source: fc.array(path, { maxLength: 3 }),
      steps: fc.array(anyStep(), { maxLength: 3 }),
      target: fc.constantFrom('Name', 'Status__c', ''),
      default: value,
      condition: anyCondition(),
      direction: fc.constantFrom('toSalesforce', 'toShop', 'both'),
      rule: fc.constantFrom('always', 'onCreate', 'ifBlank'),
      clearWhenBlank: fc.boolean(),
      off: fc.boolean(),
    },
    { requiredKeys: ['id', 'source', 'steps', 'target', 'direction', 'rule'] },
  );
}

function anyCondition(): Arbitrary<Condition> {
  const test = fc.record(
    {
      path,
      is: fc.constantFrom(...TEST_OPERATORS),
      value,
      values: fc.array(word, { maxLength: 2 }),
    },
    { requiredKeys: ['path', 'is'] },
  );
  return fc.oneof(test, fc.record({ formula: word }));
}

function anyStep(): Arbitrary<Step> {
  return fc.oneof(
    ...Object.entries(STEPS).map(([step, { params }]) => {
      const all = Object.entries(params);
      const required = all.filter(([, param]) => param.required).map(([name]) => name);
      const model: Record<string, Arbitrary<unknown>> = { step: fc.constant(step) };
      for (const [name, param] of all) model[name] = anyParam(param);
      return fc.record(model, { requiredKeys: ['step', ...required] });
    }),
  ) as unknown as Arbitrary<Step>;
}

/** A value that the parameter takes. */
export function anyParam({
  type,
  choices = [],
  min = 0,
  max = 99,
}: ParamDefinition): Arbitrary<unknown> {
  switch (type) {
    case 'integer':
      return fc.integer({ min, max });
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...choices);
    case 'path':
      return path;
    case 'table':
      return fc.dictionary(word, word, { maxKeys: 3, noNullPrototype: true });
    case 'list':
      return fc.array(word, { minLength: min, maxLength: 3 });
    default:
      return fc.string({ minLength: min, maxLength: Math.max(min, Math.min(12, max)) });
  }
}

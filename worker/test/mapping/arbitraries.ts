import fc from 'fast-check';
import { SOURCE_KINDS, STEPS, TEST_OPERATORS, type ParamDefinition } from '#mapping-engine';
import { anyParam } from './arbitrary-mapping.ts';

/**
 * What an admin, a file or a shop could send, broken and hostile things among it. Mappings of the
 * right form come from `arbitrary-mapping.ts`.
 */

/** Names that would lead into the language, beside some that lead to values. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'a', 'b', '0', '1'];

function mostly<Usual, Other>(usual: fc.Arbitrary<Usual>, other: fc.Arbitrary<Other>) {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: other });
}

const seldom = <Value>(value: fc.Arbitrary<Value>) => mostly(fc.constant(undefined), value);

const FORMULAS = [
  ...['a & "x"', 'a.b + 1', 'IF(ISBLANK(value), 1, value)', 'REPT("a", 99999)', '1 / a', 'NOW()'],
  ...['TRUE', 'a = 1', 'ISBLANK(a.b)', 'NOT(', '__proto__ = 1', 'constructor.name', ''],
];

const TEXTS = [
  '',
  ' ',
  '12.50',
  '2026-03-05',
  'jane@example.com',
  'https://a.example',
  'US',
  'yes',
];

/** JSON that often holds the names paths ask for. */
export const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, 0, -0.5, 1e21, ...TEXTS),
    fc.string({ maxLength: 20 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(mostly(fc.constantFrom('a', 'b'), fc.constantFrom(...NAMES)), tie('value'), {
      maxKeys: 4,
    }),
  ),
})).value;

/** What a shop could send: mostly something at the paths below. */
export const input = mostly(fc.record({ a: json, b: json }), json);

export const anyPath = fc
  .array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 4 })
  .map((names) => names.join('.'));

const path = mostly(fc.constantFrom('a', 'b', 'a.b', 'a.a', 'b.a', 'a.0', 'b.0.a'), anyPath);

function paramOf(param: ParamDefinition): fc.Arbitrary<unknown> {
  if (param.type === 'path') return path;
  if (param.type === 'formula') return fc.constantFrom(...FORMULAS);
  if (param.type === 'table')
    return fc.dictionary(fc.constantFrom(...TEXTS, '__proto__'), fc.string({ maxLength: 5 }));
  return anyParam(param);
}

/** Any step of the catalogue; some of its parameters are missing, and now and then one is wrong. */
export const step = fc.constantFrom(...Object.entries(STEPS)).chain(([name, { params }]) => {
  const given = Object.entries(params).map(([key, param]) => {
    const good = param.required ? paramOf(param) : fc.option(paramOf(param), { nil: undefined });
    return [
      key,
      fc.oneof({ weight: 19, arbitrary: good }, { weight: 1, arbitrary: json }),
    ] as const;
  });
  return fc.record({ step: fc.constant(name), ...Object.fromEntries(given) });
});

export const condition = fc.oneof(
  fc.record({
    path,
    is: fc.constantFrom(...TEST_OPERATORS),
    value: json,
    values: fc.array(fc.string({ maxLength: 5 })),
  }),
  fc.record({ formula: fc.constantFrom(...FORMULAS) }),
);

export const row = fc.record({
  id: fc.constantFrom('r1', 'r2', 'r3'),
  source: fc.array(mostly(path, fc.constantFrom('@person', '@nobody')), { maxLength: 3 }),
  steps: fc.array(step, { maxLength: 3 }),
  target: mostly(fc.constantFrom('A__c', 'B__c'), fc.constantFrom('constructor', '__proto__')),
  direction: mostly(fc.constantFrom('toSalesforce', 'both'), fc.constant('toShop')),
  rule: fc.constantFrom('always', 'onCreate', 'ifBlank'),
  default: seldom(fc.constantFrom('x', 0, false)),
  condition: seldom(condition),
  clearWhenBlank: seldom(fc.boolean()),
  off: seldom(fc.boolean()),
});

export const mapping = fc.record({
  format: fc.constant(1),
  settings: fc.constant({ country: 'US', timeZone: 'Europe/Berlin' }),
  targets: fc.array(
    fc.record({
      id: fc.constantFrom('one', 'two'),
      object: fc.constant('Order__c'),
      from: fc.constantFrom(...SOURCE_KINDS),
      condition: seldom(condition),
      rows: fc.array(row, { maxLength: 5 }),
    }),
    { maxLength: 2 },
  ),
});

import { describe, it, expect } from 'vitest';
import { STEPS, type Step, type StepDefinition } from '#mapping-engine';
import { mapRows, row, through } from './one-row.ts';

const LONG = 131_072;

/** Each is made to cost a careless pattern or loop the square of its length. */
const TEXTS = [
  'a'.repeat(5_000_000),
  ...[' ', '@', '.', '1', 'a.', '(a', '<a', '-', '😀', 'a b', '\n', '0.', '2026-'].map((part) =>
    part.repeat(LONG / part.length),
  ),
  `${' '.repeat(LONG - 1)}a`,
  `a${' '.repeat(LONG - 2)}a`,
  `+${'1 '.repeat(60_000)}`,
];

const LISTS = [
  Array(100_000).fill('a'),
  Array(1_000).fill('x'.repeat(1_000)),
  Array(100_000).fill({ a: 'a', total: '1.5' }),
  Array.from({ length: 1_000 }, (_, index) => ({ a: Array(100).fill(`a${index}`), total: index })),
];

const PLAIN: Record<StepDefinition['params'][string]['type'], unknown> = {
  text: 'a',
  integer: 2,
  boolean: true,
  choice: '',
  path: 'a',
  table: { a: 'b' },
  list: ['a'],
  formula: 'value & value & value',
};

/** The step with a plausible value for each parameter it cannot do without. */
function stepOf(name: string, { params }: StepDefinition): Step {
  const filled = Object.entries(params)
    .filter(([, param]) => param.required)
    .map(([key, { type, choices }]) => [key, choices?.[0] ?? PLAIN[type]] as const);
  return { step: name, ...Object.fromEntries(filled) } as unknown as Step;
}

describe('no input holds up the worker', () => {
  it.each(Object.entries<StepDefinition>(STEPS))('in the step %s', (name, definition) => {
    const step = stepOf(name, definition);
    for (const value of [...TEXTS, ...LISTS]) {
      const begun = performance.now();
      const made = through(value, step);
      const took = performance.now() - begun;
      expect(typeof made === 'string' ? made.length : 0).toBeLessThanOrEqual(LONG);
      expect(took, `${name} took ${took} ms`).toBeLessThan(1_000);
    }
  });

  it('in a record whose rows are slow one by one: the last ones are refused, and say why', () => {
    const slow: Step = {
      step: 'formula',
      text: `LEN(${'INITCAP('.repeat(20)}value${')'.repeat(20)})`,
    };
    const rows = Array.from({ length: 60 }, (_, at) =>
      row('key', [slow], { id: `r${at}`, target: `Field_${at}__c` }),
    );
    const begun = performance.now();
    const { fields, problems } = mapRows(rows, { key: 'a'.repeat(LONG) });
    const took = performance.now() - begun;
    expect(Object.keys(fields)).toEqual([]);
    expect(problems).toHaveLength(60);
    expect(problems.at(-1)?.reason).toContain('more text than one record may take');
    expect(took, `60 rows took ${took} ms`).toBeLessThan(5_000);
  });
});

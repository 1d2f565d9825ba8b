import { expect, it } from 'vitest';
import { readMapping, readMappingText, TEMPLATES } from '#mapping-engine';
import { mapping, orders } from './check-kit.ts';
import { row } from './one-row.ts';

function problemsOf(data: unknown): { path: string; reason: string }[] {
  const reading = readMapping(data);
  return 'problems' in reading ? reading.problems : [];
}

function paths(data: unknown): string[] {
  return problemsOf(data).map(({ path }) => path);
}

it('answers a copy of what it was given', () => {
  for (const { mapping: given } of TEMPLATES) {
    const reading = readMapping(given);
    expect(reading).toEqual({ mapping: given });
    expect('mapping' in reading && reading.mapping).not.toBe(given);
  }
});

it('keeps a row that is only half done, so that a draft survives', () => {
  const half = row('', [{ step: 'replaceText', find: '' }], { target: '' });
  expect(problemsOf(mapping(orders(half)))).toEqual([]);
});

it('names the place and says what to do', () => {
  const broken = row('order.number', [{ step: 'truncate', length: '80' as never }]);
  expect(problemsOf(mapping(orders(row('key'), { ...broken, id: 'r2' })))).toEqual([
    {
      path: 'targets[0].rows[1].steps[0].length',
      reason: 'Must be a whole number from 1 to 131072, but is text; correct it.',
    },
  ]);
});

it('says which steps there are when one is none of them', () => {
  const [problem] = problemsOf(mapping(orders(row('key', [{ step: 'eval' } as never]))));
  expect(problem?.path).toBe('targets[0].rows[0].steps[0].step');
  expect(problem?.reason).toMatch(/^Must be one of .*trim.*; choose one\.$/);
});

it('refuses ids that occur twice', () => {
  expect(paths(mapping(orders(), orders()))).toEqual(['targets[1].id']);
  expect(paths(mapping(orders(row('key'), row('key'))))).toEqual(['targets[0].rows[1].id']);
});

it('refuses more targets, rows, steps or sources than can be worked with', () => {
  const rows = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, index) => row('key', [], { id: `${prefix}${index}` }));
  const targets = Array.from({ length: 41 }, (_, index) => ({ ...orders(), id: `t${index}` }));
  expect(paths(mapping(...targets))).toEqual(['targets']);
  const both = [orders(...rows(251, 'a')), { ...orders(...rows(250, 'b')), id: 'other' }];
  expect(problemsOf(mapping(...both))).toEqual([
    { path: 'targets', reason: 'Have 501 rows, at most 500 are allowed; remove some.' },
  ]);
  const steps = Array.from({ length: 21 }, () => ({ step: 'trim' as const }));
  expect(paths(mapping(orders(row('key', steps))))).toEqual(['targets[0].rows[0].steps']);
  const sources = Array.from({ length: 11 }, () => 'key');
  expect(paths(mapping(orders(row(sources))))).toEqual(['targets[0].rows[0].source']);
});

it.each(['__proto__.polluted', 'order.constructor.name', 'prototype', 'order.__proto__'])(
  'refuses the path %s wherever it stands',
  (path) => {
    const is = 'present' as const;
    expect(paths(mapping(orders(row(path))))).toEqual(['targets[0].rows[0].source[0]']);
    const condition = { path, is };
    expect(paths(mapping(orders(row('key', [], { condition }))))).toEqual([
      'targets[0].rows[0].condition.path',
    ]);
    expect(paths(mapping({ ...orders(), condition }))).toEqual(['targets[0].condition.path']);
    const step = { step: 'roundToCurrency' as const, currency: path };
    expect(paths(mapping(orders(row('order.total', [step]))))).toEqual([
      'targets[0].rows[0].steps[0].currency',
    ]);
  },
);

it.each([
  '{"__proto__":{"polluted":true},"format":1,"settings":{"country":"US","timeZone":"UTC"},"targets":[]}',
  '{"format":1,"settings":{"country":"US","timeZone":"UTC","constructor":{}},"targets":[]}',
])('refuses names that reach into the language: %s', (text) => {
  const reading = readMappingText(text);
  expect('problems' in reading && reading.problems[0]?.reason).toBe(
    'Is not known here; remove it.',
  );
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('refuses a value table with an entry that would replace what records inherit', () => {
  const values = JSON.parse('{"a":"b","__proto__":"c"}') as Record<string, string>;
  const found = paths(mapping(orders(row('order.status', [{ step: 'valueTable', values }]))));
  expect(found).toEqual(['targets[0].rows[0].steps[0].values.__proto__']);
});

it('refuses data nested ten thousand deep, from text and from memory', () => {
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  expect(readMappingText(deep)).toHaveProperty('problems');
  let nested: unknown = {};
  for (let depth = 0; depth < 100_000; depth++) nested = { formula: nested };
  expect(paths({ ...mapping(orders()), targets: nested })).toHaveLength(1);
});

it('refuses texts of many megabytes without looking into them', () => {
  const huge = 'x'.repeat(10_000_000);
  const given = mapping(orders(row(huge)));
  expect(problemsOf(given)[0]?.reason).toMatch(/^Takes 10000\d{3} characters, at most 131072/);
  expect(readMappingText(huge)).toEqual({
    problems: [
      { path: '', reason: 'Is too long for a mapping; choose the file that was exported.' },
    ],
  });
});

it.each([undefined, null, 1, 'text', [], () => 1, 1n, Symbol('none')])(
  'refuses what is no mapping: %s',
  (data) => {
    expect(readMapping(data)).toHaveProperty('problems');
  },
);

it('refuses data that goes round in a circle, and text that is no JSON', () => {
  const circle: { targets: unknown[] } = { targets: [] };
  circle.targets.push(circle);
  expect(paths(circle)).toEqual(['']);
  expect(readMappingText('{')).toMatchObject({ problems: [{ path: '' }] });
});

it('refuses a place in the world that has no clock', () => {
  const given = { ...mapping(), settings: { country: 'US', timeZone: 'Mars/Olympus' } };
  expect(paths(given)).toEqual(['settings.timeZone']);
});

it('refuses characters that the worker’s database does not keep', () => {
  for (const text of ['a\0b', 'half \ud83d of one']) {
    const [problem] = problemsOf(mapping(orders(row('key', [], { default: text }))));
    expect(problem, JSON.stringify(text)).toEqual({
      path: 'targets[0].rows[0].default',
      reason: 'Holds a character that cannot be kept; write the text again.',
    });
  }
});

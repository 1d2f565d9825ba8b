import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import {
  compileMapping,
  compilePath,
  type Mapping,
  type RowTrace,
  type Step,
} from '#mapping-engine';
import { anyPath, input, json, mapping, step } from './arbitraries.ts';
import { mapRows, row, through } from './one-row.ts';

const NOW = new Date('2026-03-05T12:00:00Z');

function work(given: unknown, record: unknown): void {
  for (const target of compileMapping(given as Mapping).targets) {
    target.applies(record, { now: NOW });
    const { problems } = target.map(record, { now: NOW, creating: true });
    target.trace(record, { now: NOW });
    for (const { reason } of problems) expect(reason).not.toMatch(/fault of its own|undefined/);
  }
}

/** What a trace says of the fields, put together as the mapping does. */
function fieldsOf(traces: RowTrace[]): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { field, value, outcome } of traces)
    if (outcome === 'value' || outcome === 'default') fields.set(field, value);
    else if (outcome === 'cleared' && !fields.has(field)) fields.set(field, null);
  return Object.fromEntries(fields);
}

describe('whatever an admin, a file or a shop sends', () => {
  it('any JSON as a mapping and any JSON as an input is worked on without an exception', () => {
    fc.assert(fc.property(json, json, work), { numRuns: 100 });
    const targets = fc.record({ targets: fc.array(fc.record({ rows: fc.array(json) })) });
    fc.assert(fc.property(targets, json, work), { numRuns: 100 });
  });

  it('any steps on any input give values or reasons', () => {
    fc.assert(fc.property(mapping, input, work), { numRuns: 200 });
  });

  it('every step makes a value or a reason of any value', () => {
    const single = fc.property(step, json, (given, value) => {
      const made = through(value, given as unknown as Step);
      expect(['string', 'number', 'boolean', 'undefined']).toContain(typeof made);
      work({ targets: [{ rows: [row('value', [given as unknown as Step])] }] }, { value });
    });
    fc.assert(single, { numRuns: 400 });
  });

  it('a trace and the mapping always agree', () => {
    const agree = fc.property(mapping, input, fc.boolean(), (given, record, creating) => {
      for (const target of compileMapping(given as unknown as Mapping).targets) {
        const options = { now: NOW, creating };
        const mapped = target.map(record, options);
        const traces = target.trace(record, options);
        expect(fieldsOf(traces)).toEqual(mapped.fields);
        const links = traces.filter(({ outcome }) => outcome === 'link');
        expect(links.map(({ field }) => field)).toEqual(Object.keys(mapped.links));
        const firstOfRow = traces.flatMap(({ problem }) => problem ?? []);
        expect(mapped.problems).toEqual(expect.arrayContaining(firstOfRow));
      }
    });
    fc.assert(agree, { numRuns: 150 });
  });

  it('mapping leaves the input and the language as they were', () => {
    const names = Reflect.ownKeys(Object.prototype);
    const untouched = fc.property(mapping, input, (given, record) => {
      const before = JSON.stringify(record);
      work(given, record);
      expect(JSON.stringify(record)).toBe(before);
    });
    fc.assert(untouched, { numRuns: 100 });
    expect(Reflect.ownKeys(Object.prototype)).toEqual(names);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('a path reads what is in the JSON, or nothing', () => {
    const own = fc.property(anyPath, input, (names, record) => {
      if (/__proto__|constructor|prototype/.test(names)) {
        expect(() => compilePath(names)).toThrow(/no field of a record/);
        return;
      }
      expect(typeof compilePath(names)(record)).not.toBe('function');
    });
    fc.assert(own, { numRuns: 500 });
  });
});

describe('inputs made to do harm', () => {
  const polluted = JSON.parse(
    '{"__proto__": {"polluted": true}, "a": {"__proto__": 5}}',
  ) as unknown;

  it('with names of the language change nothing and are not read', () => {
    const rows = [row('a'), row('__proto__.polluted', [], { id: 'b', target: 'B__c' })];
    expect(mapRows(rows, polluted).fields).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('nested 10,000 levels deep are refused like any list or record', () => {
    let list: unknown = 'x';
    let record: unknown = 'x';
    for (let level = 0; level < 10_000; level++) {
      list = [list];
      record = { a: record };
    }
    for (const value of [list, record])
      for (const step of ['trim', 'first', 'count', 'distinct', 'sumOf', 'multiSelect', 'boolean'])
        expect(['string', 'number', 'undefined']).toContain(
          typeof through(value, { step, field: 'a' } as unknown as Step),
        );
    work({ targets: list }, record);
    work({ targets: [{ rows: list, condition: record }] }, record);
  });

  it('of huge texts and lists are answered within a second', () => {
    const begun = performance.now();
    const texts = [
      'a'.repeat(5_000_000),
      ' '.repeat(131_072),
      '@'.repeat(131_072),
      '1'.repeat(131_072),
    ];
    const lists = [Array(100_000).fill('a'), Array(1_000).fill('x'.repeat(1_000))];
    const steps = ['trim', 'email', 'url', 'domain', 'decimal', 'dateTime', 'distinct', 'boolean'];
    for (const value of [...texts, ...lists])
      for (const step of steps)
        through(value, { step, precision: 18, scale: 2 } as unknown as Step);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

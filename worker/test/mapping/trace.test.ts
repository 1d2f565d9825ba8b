import { describe, it, expect } from 'vitest';
import { compileMapping, type Row, type RowTrace } from '#mapping-engine';
import { mappingOf, row } from './one-row.ts';

function trace(rows: Row[], input: unknown, paused: string[] = []): RowTrace[] {
  const compiled = compileMapping(mappingOf(...rows), { paused: new Set(paused) });
  return compiled.targets[0]?.trace(input) ?? [];
}

describe('a trace', () => {
  it('tells what went in and what came out of every step', () => {
    const rows = [
      row(
        ['order.firstName', 'order.lastName'],
        [
          { step: 'concat', separator: ' ' },
          { step: 'case', to: 'upper' },
        ],
      ),
    ];
    expect(trace(rows, { order: { firstName: 'Jane', lastName: 'Doe' } })).toEqual([
      {
        row: 'r1',
        field: 'Field__c',
        sources: [
          { path: 'order.firstName', value: 'Jane' },
          { path: 'order.lastName', value: 'Doe' },
        ],
        steps: [
          { step: 'concat', value: 'Jane Doe' },
          { step: 'case', value: 'JANE DOE' },
        ],
        value: 'JANE DOE',
        outcome: 'value',
      },
    ]);
  });

  it('says of each row what became of it', () => {
    const rows = [
      row('a', [], { id: 'off', target: 'A__c', off: true }),
      row('a', [], { id: 'paused', target: 'B__c' }),
      row('a', [], { id: 'skipped', target: 'C__c', rule: 'onCreate' }),
      row('none', [], { id: 'blank', target: 'D__c' }),
      row('none', [], { id: 'cleared', target: 'D__c', clearWhenBlank: true }),
      row('none', [], { id: 'default', target: 'D__c', default: 5 }),
      row('a', [], { id: 'outranked', target: 'D__c' }),
      row('@cart', [], { id: 'link', target: 'E__c' }),
      row('a', [{ step: 'email' }], { id: 'problem', target: 'F__c' }),
      row('a', [], { id: 'value', target: 'G__c' }),
    ];
    const traces = trace(rows, { a: 'A' }, ['Order__c.B__c']);
    expect(traces.map(({ outcome }) => outcome)).toEqual(rows.map(({ id }) => id));
    expect(traces.find(({ outcome }) => outcome === 'problem')?.problem).toMatchObject({
      row: 'problem',
      step: 'email',
    });
  });

  it('tells what would go in of a row that is left out', () => {
    const rows = [
      row('a', [], { off: true }),
      row(['a', 'b'], [], { target: 'B__c', rule: 'onCreate' }),
      row('@cart', [], { target: 'C__c' }),
    ];
    expect(trace(rows, { a: 'A' }).map(({ sources }) => sources)).toEqual([
      [{ path: 'a', value: 'A' }],
      [
        { path: 'a', value: 'A' },
        { path: 'b', value: undefined },
      ],
      [{ path: '@cart', value: null }],
    ]);
  });

  it('stops at the step that refused', () => {
    const steps = [{ step: 'trim' }, { step: 'email' }, { step: 'case', to: 'upper' }] as const;
    const [traced] = trace([row('a', [...steps])], { a: ' x ' });
    expect(traced).toMatchObject({ steps: [{ step: 'trim', value: 'x' }], outcome: 'problem' });
  });

  it('tells a list that was cut although the row has a value', () => {
    const input = { list: Array(1_001).fill('a') };
    const [traced] = trace([row('list', [{ step: 'count' }])], input);
    expect(traced).toMatchObject({ value: 1_000, outcome: 'value', problem: { step: 'count' } });
  });
});

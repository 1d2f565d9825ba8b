import { describe, it, expect } from 'vitest';
import { applyMapping } from '../../../src/compose/mapping/apply-mapping.ts';
import type { Mapping } from '../../../src/compose/mapping/mapping.ts';
import type { Step } from '../../../src/compose/mapping/steps.ts';

/** What one step, or a row of them, makes of a value. */
function made(steps: Step | Step[], value: unknown): unknown {
  const { fields, problems } = mapped(steps, value);
  expect(problems).toEqual([]);
  return fields.Target__c;
}

function reason(steps: Step | Step[], value: unknown): string | undefined {
  const { fields, problems } = mapped(steps, value);
  expect(fields).toEqual({});
  return problems[0]?.reason;
}

function mapped(steps: Step | Step[], value: unknown): ReturnType<typeof applyMapping> {
  const row = { source: 'value', steps: [steps].flat(), target: 'Target__c' };
  const none = { Shop__c: [], Order__c: [], Order_Item__c: [], Cart__c: [], Cart_Item__c: [] };
  const mapping: Mapping = { ...none, Lead: [row], Contact: [] };
  return applyMapping(mapping, 'Lead', { value, currency: 'JPY', nowhere: '' });
}

describe('each step', () => {
  it.each<[Step, unknown, unknown]>([
    [{ step: 'text' }, 12.5, '12.5'],
    [{ step: 'text' }, false, 'false'],
    [{ step: 'trim' }, '  a b ', 'a b'],
    [{ step: 'lower' }, 'Jane@Example.COM', 'jane@example.com'],
    [{ step: 'truncate', length: 3 }, 'abcdef', 'abc'],
    [{ step: 'truncate', length: 3 }, 'abc', 'abc'],
    [{ step: 'truncate', length: 3 }, 'ab cd', 'ab'],
    [{ step: 'truncate', length: 3 }, 'ab😀', 'ab'],
    [{ step: 'truncate', length: 4 }, 'ab😀c', 'ab😀'],
    [{ step: 'email' }, 'jane@example.com', 'jane@example.com'],
    [{ step: 'url', length: 255 }, ' https://example.com/a ', 'https://example.com/a'],
    [{ step: 'url', length: 255, otherwise: 'None' }, 'None', 'None'],
    [{ step: 'localPart' }, 'jane.doe@example.com', 'jane.doe'],
    [{ step: 'localPart' }, 'Doe', 'Doe'],
    [{ step: 'localPart' }, '@example.com', '@example.com'],
    [{ step: 'decimal', precision: 18, scale: 4 }, '74.0793', '74.0793'],
    [{ step: 'decimal', precision: 18, scale: 4 }, '0.00005', '0.0001'],
    [{ step: 'decimal', precision: 18, scale: 4 }, 45.3, '45.3'],
    [{ step: 'decimal', precision: 18, scale: 4 }, '-99999999999999.9999', '-99999999999999.9999'],
    [{ step: 'decimal', precision: 3, scale: 0 }, '999.4', '999'],
    [{ step: 'roundToCurrency', currency: 'currency' }, '1234.5', '1235'],
    [{ step: 'roundToCurrency', currency: 'nowhere' }, '1234.50', '1234.5'],
    [{ step: 'integer', digits: 8 }, 0, 0],
    [{ step: 'integer', digits: 8 }, '2.5', 3],
    [{ step: 'dateTime' }, 'Tue, 05 Mar 2024 21:40:11 +0000', '2024-03-05T21:40:11.000Z'],
    [{ step: 'boolean' }, false, false],
    [{ step: 'boolean' }, 'true', true],
    [{ step: 'first' }, [null, ' ', 'b', 'c'], 'b'],
    [{ step: 'first' }, 'a', 'a'],
    [{ step: 'join', separator: ', ', max: 255 }, ['Bath', null, 'Linen', 'Bath'], 'Bath, Linen'],
    [{ step: 'join', separator: ', ', max: 9 }, ['Bath', 'Oak', 'A'], 'Bath, Oak'],
    [{ step: 'join', separator: ', ', max: 8 }, ['Bath', 'Oak', 'A'], 'Bath'],
    [{ step: 'join', separator: ', ', max: 3 }, ['Bath', 'Oak'], 'Bat'],
    [{ step: 'concat', separator: ':' }, ['a', 1, 'b'], 'a:1:b'],
    [{ step: 'concat', separator: ':' }, ['a', null], undefined],
    [{ step: 'valueTable', values: { a: 'Alpha' } }, 'a', 'Alpha'],
    [{ step: 'valueTable', values: { a: 'Alpha' }, default: 'Other' }, 'b', 'Other'],
    [{ step: 'valueTable', values: {}, default: 'Other' }, 'constructor', 'Other'],
    [{ step: 'defaultTo', value: 'None' }, null, 'None'],
    [{ step: 'defaultTo', value: 0 }, undefined, 0],
    [{ step: 'defaultTo', value: 'None' }, 'here', 'here'],
  ])('%j makes of %j: %j', (step, value, result) => {
    expect(made(step, value)).toEqual(result);
  });

  it.each<[Step, unknown, RegExp]>([
    [{ step: 'text' }, { a: 1 }, /a record where text is needed/],
    [{ step: 'trim' }, [1], /a list of 1 where text is needed/],
    [{ step: 'email' }, 'jane@example', /not a complete email address/],
    [{ step: 'email' }, 'jane doe@example.com', /not a complete email address/],
    [{ step: 'email' }, `${'j'.repeat(80)}@example.com`, /more than 80 characters/],
    [{ step: 'url', length: 255 }, '/towel', /not a complete web address/],
    [{ step: 'url', length: 255 }, 'javascript:alert(1)', /not a complete web address/],
    [{ step: 'url', length: 30 }, `https://example.com/${'a'.repeat(30)}`, /more than 30/],
    [{ step: 'decimal', precision: 18, scale: 4 }, '1,5', /not a decimal number/],
    [{ step: 'decimal', precision: 18, scale: 4 }, true, /not a decimal number/],
    [{ step: 'decimal', precision: 6, scale: 4 }, '100', /more than 2 digits before the point/],
    [{ step: 'decimal', precision: 6, scale: 4 }, '-99.99999', /more than 2 digits/],
    [{ step: 'roundToCurrency', currency: 'value' }, '12', /an amount in a known currency/],
    [{ step: 'integer', digits: 3 }, 1000, /more than 3 digits/],
    [{ step: 'integer', digits: 3 }, NaN, /not a decimal number/],
    [{ step: 'dateTime' }, 'soon', /not a date and time/],
    [{ step: 'boolean' }, 'yes', /neither true nor false/],
    [{ step: 'valueTable', values: { a: 'A' } }, 'b', /not in the table of values/],
    [{ step: 'valueTable', values: { a: 'A' } }, 'toString', /not in the table of values/],
  ])('%j refuses %j', (step, value, why) => {
    expect(reason(step, value)).toMatch(why);
  });
});

describe('steps in a row', () => {
  it('pass on what they made', () => {
    const steps: Step[] = [
      { step: 'first' },
      { step: 'trim' },
      { step: 'lower' },
      { step: 'truncate', length: 2 },
    ];
    expect(made(steps, [null, ' ABC '])).toBe('ab');
  });

  it('leave a blank alone until a default', () => {
    const steps: Step[] = [
      { step: 'integer', digits: 3 },
      { step: 'defaultTo', value: 'None' },
      { step: 'lower' },
    ];
    expect(made(steps, '')).toBe('none');
  });
});

import { describe, expect, it } from 'vitest';
import { runStep } from './run-step.ts';

const INPUT = {
  order: {
    total: '129.95',
    shipping: '4.90',
    number: 'SO-0042',
    shipTo: { country: 'DE' },
    placedAt: '2026-01-01T23:30:00.000Z',
    raw: { customer_message: 'Ring twice', handling: '2.00' },
  },
};

const formula = (text: string, value?: unknown, timeZone = 'Europe/Berlin'): unknown =>
  runStep('formula', value, { params: { text }, input: INPUT, settings: { timeZone } });

describe('the step for a formula', () => {
  it('sees the value of the row, blank or not, and the fields of the source', () => {
    expect(formula('value & "/" & order.shipTo.country', 'A')).toBe('A/DE');
    expect(formula('BLANKVALUE(value, order.number)', null)).toBe('SO-0042');
    expect(formula('order.total + order.shipping')).toBe('134.85');
    expect(formula('order.total > value', '100')).toBe(true);
  });

  it("reads the shop's own fields, which may be of any type", () => {
    expect(formula('UPPER(order.raw.customer_message)')).toBe('RING TWICE');
    expect(formula('order.raw.handling + order.shipping')).toBe('6.9');
    expect(formula('ISBLANK(order.raw.nothing)')).toBe(true);
  });

  it("takes the days of the shop's place", () => {
    expect(formula('DATEVALUE(order.placedAt)')).toBe('2026-01-02');
    expect(formula('DATEVALUE(order.placedAt)', undefined, 'UTC')).toBe('2026-01-01');
    expect(formula('TODAY()')).toBe('2026-01-02');
  });

  it('says at which character a formula is wrong', () => {
    expect(() => formula('order.total & "x"')).toThrow(/at character 1 of the formula\. Put it/);
  });

  it('never reaches the language behind a record', () => {
    expect(() => formula('order.constructor.name')).toThrow(/no field of a record/);
  });
});

import { compileMapping, type Mapped, type Mapping, type Row, type Step } from '#mapping-engine';

export const SETTINGS = { country: 'US', timeZone: 'America/New_York' };

/** A row that passes `source` on to the field `Field__c`. */
export function row(source: string | string[], steps: Step[] = [], more: Partial<Row> = {}): Row {
  return {
    id: 'r1',
    source: typeof source === 'string' ? [source] : source,
    steps,
    target: 'Field__c',
    direction: 'toSalesforce',
    rule: 'always',
    ...more,
  };
}

export function mappingOf(...rows: Row[]): Mapping {
  const target = { id: 'order', object: 'Order__c', from: 'order' as const, rows };
  return { format: 1, settings: SETTINGS, targets: [target] };
}

export function mapRows(rows: Row[], input: unknown, creating = false): Mapped {
  const target = compileMapping(mappingOf(...rows)).target('order');
  if (!target) throw new Error('The target "order" is not in the compiled mapping.');
  return target.map(input, { creating });
}

/** What steps make of one value: the value, or the reason why there is none. */
export function through(value: unknown, ...steps: Step[]): unknown {
  const { fields, problems } = mapRows([row('value', steps)], { value });
  return problems[0]?.reason ?? fields.Field__c;
}

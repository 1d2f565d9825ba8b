import type { Row, Unit } from '../../src/deliver/row.ts';
import type { UnitResult } from '../../src/deliver/deliver.ts';
import type { Failure } from '../../src/shared/failure.ts';
import type { RecordKey, SalesforceId } from '../../src/shared/ids.ts';

/** A new Lead by its customer key. */
export function leadRow(number: number, fields: Row['fields'] = {}): Row {
  return {
    object: 'Lead',
    key: `person:${number}`,
    target: { field: 'Customer_Key__c', value: `bc1:customer:${number}` },
    fields: { LastName: `Shopper ${number}`, Company: 'Shop', Order_Count__c: 1, ...fields },
    references: {},
  };
}

export function knownLeadRow(number: number, id: string, fields: Row['fields'] = {}): Row {
  return { ...leadRow(number, fields), target: { id: id as SalesforceId } };
}

/** An order of the Lead with the same number. */
export function orderRow(number: number, fields: Row['fields'] = {}): Row {
  const customer = { object: 'Lead', field: 'Customer_Key__c', value: `bc1:customer:${number}` };
  return {
    object: 'Order__c',
    key: orderKey(number),
    target: { field: 'External_Id__c', value: orderKey(number) },
    fields: { Name: `Order ${number}`, Status__c: 'Completed', ...fields },
    references: { Lead__c: { name: `person:${number}`, by: customer } },
  };
}

export function lineRow(order: number, line: number, fields: Row['fields'] = {}): Row {
  const value = `bc1:order-item:${order}-${line}`;
  return {
    object: 'Order_Item__c',
    key: value,
    target: { field: 'External_Id__c', value },
    fields: { Name: `Line ${line}`, Quantity__c: '1', ...fields },
    references: {
      Order__c: {
        name: `Order__c ${orderKey(order)}`,
        by: { object: 'Order__c', field: 'External_Id__c', value: orderKey(order) },
      },
    },
    parentKey: orderKey(order),
  };
}

export function orderKey(number: number): RecordKey {
  return `bc1:order:${number}` as RecordKey;
}

/** A person, their order and its lines. */
export function orderUnit(number: number, lines: number[] = [1], person = leadRow(number)): Unit {
  const items = lines.map((line) => lineRow(number, line));
  return { key: orderKey(number), rows: [person, orderRow(number), ...items] };
}

export function personUnit(row: Row): Unit {
  return { key: `bc1:customer:${row.key}` as RecordKey, rows: [row] };
}

export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** The failure of a unit that must have failed. */
export function failureOf(result: UnitResult | undefined): Failure {
  if (!result || result.ok) throw new Error('The unit was expected to fail.');
  return result.failure;
}

/** The failure that a promise must be rejected with. */
export async function failureIn(promise: Promise<unknown>): Promise<Failure> {
  try {
    await promise;
  } catch (error) {
    return error as Failure;
  }
  throw new Error('A failure was expected.');
}

import { describe, expect, it } from 'vitest';
import { COLLECTION_ROWS, packRows } from '../../src/deliver/batches.ts';
import type { Row } from '../../src/deliver/row.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';

function orderOf(index: number, account: string): Row {
  return {
    object: 'Order__c',
    key: `bc1:order:${index}`,
    target: { field: 'External_Id__c', value: `bc1:order:${index}` },
    fields: { Name: String(index) },
    references: {
      Account__c: { name: `Account ${account}`, by: { id: account as SalesforceId } },
    },
  };
}

describe('rows of one account', () => {
  it('go in the same request, for each write to them locks the account', () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      orderOf(index, index % 2 === 0 ? '001A' : '001B'),
    );

    const batches = packRows(rows, '');

    expect(batches.map((batch) => batch.rows.length)).toEqual([COLLECTION_ROWS, 100]);
    const accounts = batches.map((batch) =>
      batch.rows.map(({ references }) => references.Account__c?.name),
    );
    expect(accounts[0]?.filter((name) => name === 'Account 001A')).toHaveLength(150);
    expect(new Set(accounts[1])).toEqual(new Set(['Account 001B']));
  });
});

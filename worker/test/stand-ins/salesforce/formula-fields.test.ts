import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { connectAsAdmin, create, curl, startOrg } from './kit.ts';
import { deployed, formula, number, scale } from './formula-kit.ts';
import { deployTo, document, objectFile, problems } from './metadata-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg({ empty: true });
});
beforeEach(() => org.reset());
afterAll(() => org.close());

describe('a formula field', () => {
  it('is worked out whenever a record is read, by id and by query', async () => {
    await deployed(org);
    const id = await create(org, 'Sale__c', { Name: 'boat', Net__c: 100 });
    const sales = connectAsAdmin(org).sobject('Sale__c');
    const read = await sales.retrieve(id);
    expect(read).toMatchObject({
      Gross__c: 119,
      Label__c: 'BOAT / Open',
      Is_Big__c: true,
      Age__c: 0,
    });
    await sales.update({ Id: id, Net__c: 10, Status__c: 'Paid' });
    expect(org.query('SELECT Gross__c, Label__c, Is_Big__c FROM Sale__c')).toMatchObject([
      { Gross__c: 11.9, Label__c: 'BOAT / Paid', Is_Big__c: false },
    ]);
  });

  it('filters, sorts and sums in queries like any other field', async () => {
    await deployed(org);
    for (const Net__c of [10, 100, 50])
      await create(org, 'Sale__c', { Name: `s${Net__c}`, Net__c });
    expect(
      org.query('SELECT Name FROM Sale__c WHERE Gross__c > 20 ORDER BY Gross__c'),
    ).toMatchObject([{ Name: 's50' }, { Name: 's100' }]);
    expect(org.query('SELECT SUM(Gross__c) total FROM Sale__c')).toMatchObject([{ total: 190.4 }]);
  });

  it('reaches its parents, whose formulas count as well', async () => {
    await deployed(org);
    const sale = await create(org, 'Sale__c', { Name: 'boat' });
    await create(org, 'Line__c', { Name: 'oar', Sale__c: sale, Amount__c: 2.5 });
    expect(org.query('SELECT Of__c, Sale__r.Label__c FROM Line__c')).toMatchObject([
      { Of__c: 'BOAT / Open: 2.5', Sale__r: { Label__c: 'BOAT / Open' } },
    ]);
  });

  it('follows the org’s clock', async () => {
    await deployed(org);
    await create(org, 'Sale__c', { Name: 'boat' });
    await org.clock.advance(3 * 24 * 60 * 60 * 1000);
    expect(org.query('SELECT Age__c FROM Sale__c')).toMatchObject([{ Age__c: 3 }]);
  });

  it('treats blanks as zero unless it is told to leave them blank', async () => {
    const blank = '<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>';
    const both =
      number('Net__c') +
      formula('Zero__c', 'Number', 'Net__c + 1', scale) +
      formula('Blank__c', 'Number', 'Net__c + 1', blank + scale);
    const answer = await deployTo(
      org,
      { CustomObject: ['Sale__c'] },
      {
        'objects/Sale__c.object': objectFile('Sale', both),
      },
    );
    expect(problems(answer)).toEqual([]);
    await create(org, 'Sale__c', { Name: 'boat' });
    expect(org.query('SELECT Zero__c, Blank__c FROM Sale__c')).toMatchObject([
      { Zero__c: 1, Blank__c: null },
    ]);
  });

  it('is forgotten when a plain field takes its name', async () => {
    await deployed(org);
    await create(org, 'Sale__c', { Name: 'boat', Net__c: 100 });
    const gone = ['Is_Big__c', 'Gross__c'].map((name) => `<members>Sale__c.${name}</members>`);
    const removed = await deployTo(
      org,
      {},
      {
        'destructiveChanges.xml':
          `<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>${gone.join('')}` +
          '<name>CustomField</name></types></Package>',
      },
    );
    expect(problems(removed)).toEqual([]);
    const fields = { 'objects/Sale__c.object': document('CustomObject', number('Gross__c')) };
    const again = await deployTo(org, { CustomField: ['Sale__c.Gross__c'] }, fields);
    expect(problems(again)).toEqual([]);
    expect(org.query('SELECT Gross__c FROM Sale__c')).toMatchObject([{ Gross__c: null }]);
  });

  it('cannot be written, and says in a describe what it is', async () => {
    await deployed(org);
    const refused = await curl(org, 'POST', 'sobjects/Sale__c', { Name: 'x', Gross__c: 1 });
    expect(refused).toMatchObject({
      status: 400,
      json: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Gross__c'] }],
    });
    const { fields } = await connectAsAdmin(org).sobject('Sale__c').describe();
    expect(fields.find(({ name }) => name === 'Gross__c')).toMatchObject({
      calculated: true,
      calculatedFormula: 'ROUND(Net__c * 1.19, 2)',
      createable: false,
      type: 'currency',
    });
    expect(fields.find(({ name }) => name === 'Due__c')).toMatchObject({
      defaultValueFormula: 'TODAY() + 14',
    });
  });
});

it('a formula gives a new record the value that the request leaves out', async () => {
  await deployed(org);
  await create(org, 'Sale__c', { Name: 'a' });
  await create(org, 'Sale__c', { Name: 'b', Due__c: '2030-01-01' });
  const due = new Date(org.clock.now().getTime() + 14 * 24 * 60 * 60 * 1000);
  expect(org.query('SELECT Due__c FROM Sale__c ORDER BY Name')).toMatchObject([
    { Due__c: due.toISOString().slice(0, 10) },
    { Due__c: '2030-01-01' },
  ]);
});

it('roll-ups sum up the living details that pass their filters', async () => {
  await deployed(org);
  const sale = await create(org, 'Sale__c', { Name: 'boat' });
  const none = { Total__c: 0, Paid_Lines__c: 0, Dearest__c: null };
  expect(org.query('SELECT Total__c, Paid_Lines__c, Dearest__c FROM Sale__c')).toMatchObject([
    none,
  ]);
  const line = (Amount__c: number, Done__c: boolean) =>
    create(org, 'Line__c', { Name: 'l', Sale__c: sale, Amount__c, Done__c });
  await line(1.5, true);
  await line(2.25, false);
  const gone = await line(100, true);
  await connectAsAdmin(org).sobject('Line__c').delete(gone);
  expect(
    org.query('SELECT Total__c, Paid_Lines__c, Dearest__c FROM Sale__c WHERE Total__c > 3'),
  ).toMatchObject([{ Total__c: 3.75, Paid_Lines__c: 1, Dearest__c: 2.25 }]);
});

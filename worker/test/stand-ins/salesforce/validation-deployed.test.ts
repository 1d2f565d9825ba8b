import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, create, startOrg } from './kit.ts';
import { deployTo, fieldPart, objectFile, problems } from './metadata-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg({ empty: true });
});
beforeEach(async () => {
  org.reset();
  expect(await changed('')).toEqual([]);
});
afterAll(() => org.close());
const ask = askAs(() => org);

const hull = (more: string) => fieldPart('Hull__c', `<length>40</length>${more}<type>Text</type>`);
const kind = (restricted: boolean, ...values: string[]) =>
  fieldPart(
    'Kind__c',
    `<type>Picklist</type><valueSet><restricted>${String(restricted)}</restricted>` +
      '<valueSetDefinition><sorted>false</sorted>' +
      values
        .map(
          (name) =>
            `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`,
        )
        .join('') +
      '</valueSetDefinition></valueSet>',
  );

/** Deploys the boat with its hull changed so, and answers what went wrong. */
async function changed(more: string, picklist = kind(false, 'Sail', 'Oar')): Promise<string[]> {
  const file = objectFile('Boat', hull(more) + picklist);
  const answer = await deployTo(
    org,
    { CustomObject: ['Boat__c'] },
    { 'objects/Boat__c.object': file },
  );
  return problems(answer);
}

describe('a deploy that tightens a field', () => {
  it('makes it required from then on, for old records too', async () => {
    const id = await create(org, 'Boat__c', { Name: 'Argo' });
    expect(await changed('<required>true</required>')).toEqual([]);
    const missing = {
      status: 400,
      json: [{ errorCode: 'REQUIRED_FIELD_MISSING', fields: ['Hull__c'] }],
    };
    expect(await ask('POST', 'sobjects/Boat__c', { Name: 'Bounty' })).toMatchObject(missing);
    expect(await ask('PATCH', `sobjects/Boat__c/${id}`, { Name: 'x' })).toMatchObject(missing);
    expect((await ask('PATCH', `sobjects/Boat__c/${id}`, { Hull__c: 'oak' })).status).toBe(204);
  });

  it('makes it unique when no two records share a value', async () => {
    const id = await create(org, 'Boat__c', { Name: 'Argo', Hull__c: 'oak' });
    expect(await changed('<unique>true</unique>')).toEqual([]);
    expect(await ask('POST', 'sobjects/Boat__c', { Name: 'b', Hull__c: 'OAK' })).toMatchObject({
      json: [
        {
          errorCode: 'DUPLICATE_VALUE',
          message: `duplicate value found: Hull__c duplicates value on record with id: ${id.slice(0, 15)}`,
        },
      ],
    });
  });

  it('is refused when two do, unless one of them is deleted', async () => {
    await create(org, 'Boat__c', { Name: 'Argo', Hull__c: 'oak' });
    const other = await create(org, 'Boat__c', { Name: 'Bounty', Hull__c: 'Oak' });
    expect(await changed('<unique>true</unique>')).toEqual([
      expect.stringContaining("Cannot make Hull__c unique: more than one record holds 'Oak'"),
    ]);
    expect(org.query('SELECT Hull__c FROM Boat__c ORDER BY Name')).toHaveLength(2);
    await connectAsAdmin(org).sobject('Boat__c').delete(other);
    expect(await changed('<unique>true</unique>')).toEqual([]);
  });

  it('restricts a picklist to its values, and lets old ones be', async () => {
    const id = await create(org, 'Boat__c', { Name: 'Argo', Kind__c: 'Steam' });
    expect(await changed('', kind(true, 'Sail', 'Oar'))).toEqual([]);
    const steam = { Name: 'b', Kind__c: 'Steam' };
    expect(await ask('POST', 'sobjects/Boat__c', steam)).toMatchObject({
      json: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Kind__c'] }],
    });
    expect((await ask('PATCH', `sobjects/Boat__c/${id}`, { Name: 'x' })).status).toBe(204);
  });
});

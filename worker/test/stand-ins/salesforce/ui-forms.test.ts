import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { create, startOrg } from './kit.ts';
import { tokenOf, uiAs, type Answered } from './ui-kit.ts';

let org: LocalOrg;
const admin = uiAs(() => org);

beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

describe('a form', () => {
  it('to make a record begins with the layout and the default values', async () => {
    const { status, json } = await admin('GET', 'record-defaults/create/Lead');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      layout: { layoutType: 'Full', mode: 'Create' },
      objectInfos: { Lead: { apiName: 'Lead' }, User: { apiName: 'User' } },
      record: {
        apiName: 'Lead',
        id: null,
        fields: {
          Status: { displayValue: 'Open - Not Contacted', value: 'Open - Not Contacted' },
          Company: { displayValue: null, value: null },
        },
      },
    });
  });

  it('to copy a record begins with its values, but for those no two may share', async () => {
    const shop = { Name: 'Surf', Shop_Key__c: 'surf', Status__c: 'Connected' };
    const id = await create(org, 'Shop__c', shop);
    const wanted = 'optionalFields=Shop__c.Shop_Key__c,Shop__c.Status__c';
    const { json } = await admin('GET', `record-defaults/clone/${id}?${wanted}`);
    expect(json).toMatchObject({ clonedRecordId: id });
    expect(json.record.fields).toMatchObject({
      Name: { value: 'Surf' },
      Shop_Key__c: { value: null },
      Status__c: { value: 'Connected' },
    });
  });

  it('is not for those who may not create', async () => {
    const token = await tokenOf(org, ['Cartbridge_Reader']);
    const reader = uiAs(
      () => org,
      () => token,
    );
    const { status, json } = await reader('GET', 'record-defaults/create/Order__c');
    expect([status, json[0]?.errorCode]).toEqual([403, 'INSUFFICIENT_ACCESS']);
  });
});

const labelsOf = ({ sections }: Answered): (string | undefined)[][] =>
  sections.map(({ heading, layoutRows }) => [
    heading,
    ...layoutRows.flatMap((row) => row.layoutItems.map(({ label }) => label)),
  ]);

describe('a layout', () => {
  it('is the one that was deployed, row by row, with empty places', async () => {
    const { status, json } = await admin('GET', 'layout/Order__c');
    expect(status).toBe(200);
    expect(json).toMatchObject({ layoutType: 'Full', mode: 'View', objectApiName: 'Order__c' });
    const [first] = labelsOf(json);
    expect(first?.slice(0, 5)).toEqual(['Order', 'Order Number', 'Contact', 'Shop', 'Lead']);
    expect(json.sections[0]).toMatchObject({
      columns: 2,
      rows: 7,
      useHeading: true,
      layoutRows: [
        {
          layoutItems: [
            {
              editableForNew: true,
              editableForUpdate: true,
              layoutComponents: [{ apiName: 'Name', componentType: 'Field' }],
              lookupIdApiName: 'Id',
              required: true,
            },
            { layoutComponents: [{ apiName: 'Contact__c' }], lookupIdApiName: 'Contact__c' },
          ],
        },
        { layoutItems: [{ editableForNew: false, editableForUpdate: false }, {}] },
        ...Array.from({ length: 4 }, () => ({})),
        { layoutItems: [{}, { layoutComponents: [{ componentType: 'EmptySpace' }] }] },
      ],
    });
  });

  it('leaves out what the user may not see', async () => {
    const token = await tokenOf(org, ['Cartbridge_Reader']);
    const reader = uiAs(
      () => org,
      () => token,
    );
    const seen = await reader('GET', 'layout/Shop__c');
    expect(seen.json.sections[0]?.layoutRows[0]?.layoutItems[0]).toMatchObject({
      editableForNew: false,
      editableForUpdate: false,
    });
    const { status, json } = await reader('GET', 'layout/Lead');
    expect([status, json[0]?.errorCode]).toEqual([400, 'INVALID_TYPE']);
  });

  it('in short is the compact layout of the object, or what the platform shows', async () => {
    const own = await admin('GET', 'layout/Order__c?layoutType=Compact');
    expect(labelsOf(own.json)).toEqual([
      ['', 'Order Number', 'Status', 'Total', 'Currency', 'Placed At', 'Shop', 'Contact'],
    ]);
    const person = await admin('GET', 'layout/Contact?layoutType=Compact');
    const parts = person.json.sections[0]?.layoutRows[0]?.layoutItems[0]?.layoutComponents;
    expect(parts?.map(({ apiName }) => apiName)).toEqual(['Salutation', 'FirstName', 'LastName']);
  });

  it('remembers no folded section', async () => {
    const { sections } = (await admin('GET', 'layout/Order__c')).json;
    const { json } = await admin('GET', 'layout/Order__c/user-state');
    const states = Object.values(
      (json as unknown as { sectionUserStates: object }).sectionUserStates,
    );
    expect(states).toHaveLength(sections.length);
    expect(states.every((state: { collapsed: boolean }) => !state.collapsed)).toBe(true);
  });

  it.each([
    ['layout/Nix__c', 400, 'INVALID_TYPE'],
    ['layout/Order__c?mode=Watch', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['layout/Order__c?layoutType=Wide', 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['layout/Order__c?recordTypeId=012000000000001AAA', 404, 'NOT_FOUND'],
  ])('%s answers %i %s', async (path, status, errorCode) => {
    const answer = await admin('GET', path);
    expect([answer.status, answer.json[0]?.errorCode]).toEqual([status, errorCode]);
  });

  it('comes with object infos and records to who wants all in one', async () => {
    const id = await create(org, 'Contact', { LastName: 'L' });
    const query = 'layoutTypes=Full,Compact&modes=View,Edit';
    const { json } = await admin('GET', `record-ui/${id}?${query}`);
    expect(json).toMatchObject({
      layouts: {
        Contact: {
          '012000000000000AAA': {
            Full: { View: { mode: 'View' }, Edit: { mode: 'Edit' } },
            Compact: { View: { layoutType: 'Compact' }, Edit: {} },
          },
        },
      },
      objectInfos: { Contact: {}, Account: {}, User: {} },
      records: { [id]: { fields: { LastName: { value: 'L' } } } },
    });
  });
});

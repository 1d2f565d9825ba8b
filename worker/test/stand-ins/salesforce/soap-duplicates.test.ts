import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { ADMIN_TOKEN, create, startOrg } from './kit.ts';
import { sendSoap } from './people-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());

const EMAIL = 'ada@example.com';
const LEAD = { LastName: 'Keim', Company: 'Acme', Email: EMAIL };

function find(records: string[], header = ''): Promise<{ status: number; text: string }> {
  const inside = records.map((record) => `<sObjects>${record}</sObjects>`).join('');
  const body = `<findDuplicates>${inside}</findDuplicates>`;
  return sendSoap(org, 'u/66.0', body, ADMIN_TOKEN, header);
}

const lead = (more: string): string => `<type>Lead</type>${more}`;
const withEmail = lead(`<Email>${EMAIL}</Email>`);

describe('looking for duplicates over SOAP', () => {
  it('tells each record what every rule found, and saves nothing', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
    const id = await create(org, 'Lead', LEAD);

    const { status, text } = await find([withEmail, lead('<Email>new@example.com</Email>')]);

    expect(status).toBe(200);
    const [, first = '', second = ''] = text.split('<result>');
    expect(first).toContain(`<record><type>Lead</type><Id>${id}</Id></record>`);
    expect(first).toContain('<allowSave>false</allowSave>');
    expect(second).toContain('<duplicateRule>Standard_Lead_Duplicate_Rule</duplicateRule>');
    expect(second).not.toContain('<matchResults>');
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('completes a record by its id, and does not take it for its own duplicate', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
    const id = await create(org, 'Lead', LEAD);

    expect((await find([lead(`<Id>${id}</Id>`)])).text).not.toContain('<matchResults>');
    expect((await find([lead(`<Id>${id}</Id><Email>x@example.com</Email>`)])).text).not.toContain(
      '<matchResults>',
    );
  });

  it('refuses more than 50 records, and records of several types', async () => {
    const many = await find(Array.from({ length: 51 }, () => withEmail));
    expect(many).toMatchObject({ status: 500 });
    expect(many.text).toContain('<faultcode>sf:LIMIT_EXCEEDED</faultcode>');
    const mixed = await find([withEmail, '<type>Contact</type>']);
    expect(mixed.text).toContain('<faultcode>sf:INVALID_TYPE</faultcode>');
  });
});

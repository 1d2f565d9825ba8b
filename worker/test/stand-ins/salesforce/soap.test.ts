import { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { ADMIN_TOKEN, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';
import { sendSoap } from './people-kit.ts';

let org: LocalOrg;
let admin: Connection;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => {
  org.reset();
  admin = connectAsAdmin(org);
});
afterAll(() => org.close());

const LEAD = { type: 'Lead', LastName: 'Keim', Company: 'Acme' };

describe('jsforce over SOAP', () => {
  it('creates, changes, upserts and deletes records', async () => {
    const [made] = await admin.soap.create([{ ...LEAD, AnnualRevenue: 12, DoNotCall: true }]);
    expect(made).toMatchObject({ success: true, errors: [] });
    const Id = String(made?.id);
    await admin.soap.update([{ type: 'Lead', Id, Title: 'Dr', DoNotCall: null }]);
    expect(org.query('SELECT Title, AnnualRevenue, DoNotCall FROM Lead')).toMatchObject([
      { Title: 'Dr', AnnualRevenue: 12, DoNotCall: false },
    ]);
    const cart = { type: 'Cart__c', External_Id__c: 'c1' };
    const upserted = async (more: object) =>
      (await admin.soap.upsert('External_Id__c', [{ ...cart, ...more }]))[0];
    expect(await upserted({})).toMatchObject({ success: true, created: true });
    expect(await upserted({ Status__c: 'Open' })).toMatchObject({ created: false });
    expect(await admin.soap.delete([Id])).toMatchObject([{ id: Id, success: true }]);
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('gets the errors of each row, the other rows being saved', async () => {
    const results = await admin.soap.create([LEAD, { type: 'Lead', LastName: 'Doe' }]);
    expect(results).toMatchObject([
      { success: true },
      {
        success: false,
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [Company]',
            fields: ['Company'],
          },
        ],
      },
    ]);
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('hears who it is and what time it is', async () => {
    const worker = await connectAsWorker(org);
    const info = await worker.soap.getUserInfo();
    const [user] = org.query("SELECT Id, ProfileId FROM User WHERE Alias = 'cbworker'");
    expect(info).toMatchObject({
      userId: user?.Id,
      profileId: user?.ProfileId,
      userName: 'worker@local-org.example',
      organizationName: 'Local Org',
      organizationMultiCurrency: false,
    });
    await org.clock.advance(60_000);
    const { timestamp } = await admin.soap.getServerTimestamp();
    expect(Math.abs(Date.parse(timestamp) - org.clock.now().getTime())).toBeLessThan(5000);
  });

  it('gets a fault for an unknown field, an unknown type and a call that is not imitated', async () => {
    const unknown = admin.soap.create([{ ...LEAD, Nope__c: 1 }]);
    await expect(unknown).rejects.toMatchObject({
      errorCode: 'sf:INVALID_FIELD',
      message: "INVALID_FIELD: No such column 'Nope__c' on sobject of type Lead",
    });
    await expect(admin.soap.create([{ type: 'Nope' }])).rejects.toMatchObject({
      errorCode: 'sf:INVALID_TYPE',
    });
    const wrong = admin.soap.create([{ ...LEAD, AnnualRevenue: 'much' }]);
    await expect(wrong).rejects.toMatchObject({ errorCode: 'soapenv:Client' });
    await expect(admin.soap.describeTabs()).rejects.toMatchObject({
      errorCode: 'soapenv:Client',
      message: expect.stringMatching(
        /^No operation available for request .*describeTabs/,
      ) as string,
    });
  });

  it('cannot sign in with a password', async () => {
    const login = new Connection({ loginUrl: org.url }).login('admin@local-org.example', 'x');
    await expect(login).rejects.toThrow('INVALID_LOGIN: Invalid username, password');
  });

  it('hears that its session is over, and goes on with the next', async () => {
    const worker = await connectAsWorker(org);
    org.expireSessions();
    await expect(worker.soap.getUserInfo()).rejects.toMatchObject({
      errorCode: 'sf:INVALID_SESSION_ID',
    });
  });
});

describe('SOAP on the wire', () => {
  it('takes the partner and the enterprise form, with the organisation in the path', async () => {
    const body = '<getUserInfo/>';
    const partner = await sendSoap(org, 'u/66.0/00D000000000001', body, ADMIN_TOKEN);
    expect(partner.status).toBe(200);
    expect(partner.text).toContain('xmlns="urn:partner.soap.sforce.com"');
    const enterprise = await sendSoap(org, 'c/66.0', body, ADMIN_TOKEN);
    expect(enterprise.text).toContain('<getUserInfoResponse><result>');
    expect(enterprise.text).toContain('<type>API REQUESTS</type>');
  });

  it('answers faults with 500 and the exception inside', async () => {
    const { status, text } = await sendSoap(org, 'u/66.0', '<getUserInfo/>', 'nonsense');
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>sf:INVALID_SESSION_ID</faultcode>');
    expect(text).toContain(
      '<sf:UnexpectedErrorFault xsi:type="sf:UnexpectedErrorFault">' +
        '<sf:exceptionCode>INVALID_SESSION_ID</sf:exceptionCode>',
    );
  });

  it('answers queries page by page', async () => {
    const records = Array.from({ length: 501 }, () => ({
      attributes: { type: 'Lead' },
      LastName: 'Keim',
      Company: 'A & B',
    }));
    for (const from of [0, 200, 400]) {
      await admin.request({
        method: 'POST',
        url: '/composite/sobjects',
        body: JSON.stringify({ records: records.slice(from, from + 200) }),
        headers: { 'content-type': 'application/json' },
      });
    }
    const soql = '<query><queryString>SELECT Id, Company FROM Lead</queryString></query>';
    const first = await sendSoap(org, 'u/66.0', soql, ADMIN_TOKEN);
    expect(first.text.match(/<records>/g)).toHaveLength(500);
    expect(first.text).toContain('<Company>A &amp; B</Company>');
    const locator = /<queryLocator>(.*?)<\/queryLocator>/.exec(first.text)?.[1] ?? '';
    const more = `<queryMore><queryLocator>${locator}</queryLocator></queryMore>`;
    const second = await sendSoap(org, 'u/66.0', more, ADMIN_TOKEN);
    expect(second.text.match(/<records>/g)).toHaveLength(1);
    expect(second.text).toContain('<done>true</done>');
  });

  it('takes all rows back when one fails and the header wants all or none', async () => {
    const row = (company: string) =>
      `<sObjects><type>Lead</type><LastName>Keim</LastName>${company}</sObjects>`;
    const body = `<create>${row('<Company>Acme</Company>')}${row('')}</create>`;
    const header = '<AllOrNoneHeader><allOrNone>true</allOrNone></AllOrNoneHeader>';
    const { text } = await sendSoap(org, 'u/66.0', body, ADMIN_TOKEN, header);
    expect(text).toContain('<statusCode>ALL_OR_NONE_OPERATION_ROLLED_BACK</statusCode>');
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('saves a duplicate that only alerts when its header allows it', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Company', action: 'alert' });
    await create(org, 'Lead', { LastName: 'Keim', Company: 'Acme' });
    const row = '<type>Lead</type><LastName>Keim</LastName><Company>Acme</Company>';
    const body = `<create><sObjects>${row}</sObjects></create>`;
    const refused = await sendSoap(org, 'u/66.0', body, ADMIN_TOKEN);
    expect(refused.text).toContain('<statusCode>DUPLICATES_DETECTED</statusCode>');
    const header = '<DuplicateRuleHeader><allowSave>true</allowSave></DuplicateRuleHeader>';
    const saved = await sendSoap(org, 'u/66.0', body, ADMIN_TOKEN, header);
    expect(saved.text).toContain('<success>true</success>');
  });

  it('knows no version that is too old, and no query in the enterprise form', async () => {
    const old = await sendSoap(org, 'u/20.0', '<getUserInfo/>', ADMIN_TOKEN);
    expect(old.text).toContain('<faultcode>sf:UNSUPPORTED_API_VERSION</faultcode>');
    const soql = '<query><queryString>SELECT Id FROM Lead</queryString></query>';
    const query = await sendSoap(org, 'c/66.0', soql, ADMIN_TOKEN);
    expect(query.status).toBe(500);
    expect(query.text).toContain('No operation available for request');
  });

  it('calls XML that is none a client fault', async () => {
    const { status, text } = await sendSoap(org, 'u/66.0', '<getUserInfo>', ADMIN_TOKEN);
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>soapenv:Client</faultcode>');
  });
});

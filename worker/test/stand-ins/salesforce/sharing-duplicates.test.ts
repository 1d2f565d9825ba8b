import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsWorker, create, startOrg } from './kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

const EMAIL = 'ada@example.com';
const LEAD = { LastName: 'Keim', Company: 'Acme', Email: EMAIL };
const header = (text: string) => ({ 'sforce-duplicate-rule-header': text });

interface Result {
  matchResults: {
    entityType: string;
    size: number;
    matchRecords: { record: Record<string, unknown> }[];
  }[];
}

describe('a duplicate rule', () => {
  it('of Leads can look among Contacts too, and tells which of them it found', async () => {
    const matchObjects = ['Lead', 'Contact'];
    const rule = { object: 'Lead', matchField: 'Email', action: 'block' } as const;
    org.rules.duplicateRules.add({ ...rule, matchObjects });
    const contact = await create(org, 'Contact', { LastName: 'Keim', Email: EMAIL });
    const { json } = await ask('POST', 'sobjects/Lead', LEAD);
    const [{ duplicateResut }] = json as [{ duplicateResut: Result }];
    expect(duplicateResut.matchResults).toMatchObject([
      { entityType: 'Contact', size: 1, matchRecords: [{ record: { Id: contact } }] },
    ]);
  });

  it('shows the whole record only when the header asks for it', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'alert' });
    await create(org, 'Lead', LEAD);
    const found = async (text: string) => {
      const { json } = await ask('POST', 'sobjects/Lead', LEAD, header(text));
      const [{ duplicateResut }] = json as [{ duplicateResut: Result }];
      return duplicateResut.matchResults[0]?.matchRecords[0]?.record ?? {};
    };
    expect(Object.keys(await found(''))).toEqual(['attributes', 'Id']);
    expect(await found('includeRecordDetails=true')).toMatchObject({ LastName: 'Keim' });
  });

  it('spells the key of its answer rightly where the org does', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
    await create(org, 'Lead', LEAD);
    org.setDuplicateResultKey('duplicateResult');
    const { json } = await ask('POST', 'sobjects/Lead', LEAD);
    expect(json).toMatchObject([
      { errorCode: 'DUPLICATES_DETECTED', duplicateResult: { allowSave: false } },
    ]);
  });

  it('finds what is not shared with the user, unless it runs as the user', async () => {
    org.rules.duplicateRules.add({ object: 'Lead', matchField: 'Email', action: 'block' });
    await create(org, 'Lead', LEAD);
    org.setSharing({ object: 'Lead', model: 'Private' });
    const worker = await connectAsWorker(org);
    await expect(worker.sobject('Lead').create(LEAD)).rejects.toMatchObject({
      errorCode: 'DUPLICATES_DETECTED',
    });
    const headers = header('runAsCurrentUser=true');
    expect(await worker.sobject('Lead').create(LEAD, { headers })).toMatchObject({ success: true });
  });
});

import { describe, expect, it } from 'vitest';
import { findDuplicates } from '../../src/deliver/salesforce/find-duplicates.ts';
import { childrenOf, readXml, textIn, xmlText } from '../../src/deliver/salesforce/xml.ts';
import { useOrgs } from './use-org.ts';

const useOrg = useOrgs();
const EMAIL = 'kim@example.com';

describe('asking the duplicate rules', () => {
  it('tells which rule would refuse or warn of which records, and writes nothing', async () => {
    const { org, client, admin } = await useOrg();
    const lead = await admin('POST', 'Lead', { LastName: 'B & <Co>', Company: 'C', Email: EMAIL });
    const contact = await admin('POST', 'Contact', { LastName: 'Berg', Email: EMAIL });
    const rule = { object: 'Lead', matchField: 'Email', message: 'Is it “B & <Co>”?' } as const;
    org.rules.duplicateRules.add({ ...rule, action: 'block', matchObjects: ['Lead', 'Contact'] });
    org.rules.duplicateRules.add({ object: 'Contact', matchField: 'Email', action: 'alert' });
    const suspects = [
      { object: 'Lead', fields: { LastName: 'Berg & <Son>', Email: EMAIL } },
      { object: 'Lead', fields: { Email: 'new@example.com', Company: null } },
      { object: 'Contact', fields: { Email: EMAIL } },
      { object: 'Lead', id: lead.id as never, fields: { Email: EMAIL } },
    ];

    const { verdicts, calls } = await findDuplicates(client, suspects);

    expect(calls).toBe(2);
    expect(verdicts).toMatchObject([
      [
        {
          ...{ rule: 'Standard_Lead_Duplicate_Rule', allowSave: false },
          message: 'Is it “B & <Co>”?',
          matches: [{ object: 'Lead', id: lead.id }],
        },
      ],
      [],
      [{ allowSave: true }],
      [{ allowSave: false }],
    ]);
    // A contact of no account is nobody's but its owner's: the rule counts it and names it not.
    expect(verdicts[2]?.[0]?.matches.map(({ id }) => id)).not.toContain(contact.id);
    expect(org.query('SELECT Id FROM Lead')).toHaveLength(1);
  });

  it('renews a session that has ended', async () => {
    const { org, client } = await useOrg();
    await client.request('GET', '/limits');
    org.expireSessions();

    expect(await findDuplicates(client, [{ object: 'Lead', fields: { Email: EMAIL } }])).toEqual({
      verdicts: [[]],
      calls: 1,
    });
  });

  it('fails with what Salesforce says of a field that is not there', async () => {
    const { client } = await useOrg();
    await expect(
      findDuplicates(client, [{ object: 'Lead', fields: { Nothing__c: 'x' } }]),
    ).rejects.toMatchObject({ kind: 'salesforce_setup', details: { missing: ['Nothing__c'] } });
  });
});

describe('XML from Salesforce', () => {
  it('is read with its entities, CDATA and empty elements', () => {
    const root = readXml(
      '<?xml version="1.0"?><!-- <no/> --><s:a x="1>2"><b>&lt;&#x41;&#66;&amp;</b><c/><![CDATA[<]]></s:a>',
    );
    expect([root.name, textIn(root, 'b'), childrenOf(root, 'c').length, root.text]).toEqual([
      'a',
      '<AB&',
      1,
      '<',
    ]);
  });

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['an element that does not end', '<a><b></a>'],
    ['nothing', ''],
    ['a page of a proxy', 'Bad gateway'],
    ['elements without end', '<a>'.repeat(100) + '</a>'.repeat(100)],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readXml(text)).toThrow();
  });

  it('gets no character that it cannot hold', () => {
    expect(xmlText('a\u0000<b>&\n')).toBe('a&lt;b&gt;&amp;\n');
  });
});

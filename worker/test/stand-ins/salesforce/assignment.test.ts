import { describe, it, expect } from 'vitest';
import { useOrgs } from '../../deliver/use-org.ts';

const useOrg = useOrgs();
const LEAD = { LastName: 'Berg', Company: 'Berg & Co' };

describe('assignment rules of the local org', () => {
  it('run on each lead unless the call or its part says no, and give it to a queue', async () => {
    const { org, admin, client } = await useOrg();
    const { id: queue } = await admin('POST', 'Group', { Name: 'Shoppers', Type: 'Queue' });
    await admin('POST', 'QueueSobject', { QueueId: queue, SobjectType: 'Lead' });
    org.rules.assignmentRules.add({ object: 'Lead', ownerId: queue });
    const part = (name: string, headers?: object): object => ({
      ...{ method: 'POST', url: '/services/data/v66.0/sobjects/Lead', referenceId: name },
      body: { ...LEAD, LastName: name },
      ...(headers && { httpHeaders: headers }),
    });

    await client.request('POST', '/composite', {
      compositeRequest: [
        part('silent'),
        part('yes', { 'Sforce-Auto-Assign': 'TRUE' }),
        part('no', { 'sforce-auto-assign': 'false' }),
      ],
    });

    const owners = org.query('SELECT LastName, OwnerId, Owner.Name FROM Lead ORDER BY LastName');
    expect(owners.map(({ LastName, OwnerId }) => [LastName, OwnerId === queue])).toEqual([
      ['no', false],
      ['silent', true],
      ['yes', true],
    ]);
    expect(owners[1]).toMatchObject({ Owner: { Name: 'Shoppers' } });
    const [free] = org.query("SELECT Id FROM Lead WHERE LastName = 'no'");
    await client.request('PATCH', `/sobjects/Lead/${String(free?.Id)}`, { LastName: 'free' });
    expect(org.query(`SELECT Id FROM Lead WHERE OwnerId = '${queue}'`)).toHaveLength(3);
  });

  it('give nothing to a queue that is for other objects', async () => {
    const { admin } = await useOrg();
    const { id: queue } = await admin('POST', 'Group', { Name: 'Shoppers', Type: 'Queue' });

    await expect(admin('POST', 'Lead', { ...LEAD, OwnerId: queue })).rejects.toThrow(
      'Queue not associated with this SObject type',
    );
    await expect(admin('POST', 'Contact', { LastName: 'Berg', OwnerId: queue })).rejects.toThrow(
      'id value of incorrect type',
    );
  });
});

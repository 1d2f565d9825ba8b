import { describe, expect, it } from 'vitest';
import { checkCreating } from '../../src/control/jobs/check-creating.ts';
import { peoplePolicyShape } from '../../src/shared/people-policy.ts';
import { useOrgs, type UsedOrg } from '../deliver/use-org.ts';

const useOrg = useOrgs();

function check({ client }: UsedOrg, guest: object): Promise<void> {
  return checkCreating(client, peoplePolicyShape.parse({ creating: { guest } }).creating);
}

describe('what a create policy names', () => {
  it('is asked for: an owner that cannot own what is made is refused at once', async () => {
    const used = await useOrg();
    const { id: queue } = await used.admin('POST', 'Group', { Name: 'Shoppers', Type: 'Queue' });
    await used.admin('POST', 'QueueSobject', { QueueId: queue, SobjectType: 'Lead' });
    const [user] = used.org.query('SELECT Id FROM User WHERE IsActive = true');
    const userId = String(user?.Id);

    await check(used, { ownerId: queue });
    await check(used, { as: 'Contact', ownerId: userId });
    await expect(check(used, { as: 'Contact', ownerId: queue })).rejects.toThrow(
      `What guests become cannot be so. The owner ${queue} is no queue for Contact records`,
    );
    await expect(check(used, { ownerId: '005000000000000AAA' })).rejects.toThrow(
      'The owner 005000000000000AAA is no user and no queue.',
    );
    await expect(check(used, { ownerId: userId, assignmentRules: true })).rejects.toThrow(
      'Choose an owner or the assignment rules',
    );
    await expect(check(used, { as: 'Contact', assignmentRules: true })).rejects.toThrow(
      'Assignment rules are for leads only.',
    );
    // The screen shows the refusal at that field.
    await expect(check(used, { ownerId: '005000000000001AAA' })).rejects.toMatchObject({
      details: { setting: 'creating.guest.ownerId' },
    });
    const calls = used.apiCalls();
    await check(used, { as: 'Nobody', ownerId: '005000000000000AAA' });
    expect(used.apiCalls(), 'where nobody is made there is nothing to ask').toBe(calls);
  });
});

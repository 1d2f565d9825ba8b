import { describe, expect, it } from 'vitest';
import { subscribe } from '../../src/control/listen/subscription.ts';
import type { SalesforceClient } from '../../src/deliver/salesforce/client.ts';
import { createLog } from '../../src/shared/log.ts';

describe('a subscription', () => {
  it('can be closed while Salesforce does not answer the sign-in', async () => {
    const session = Promise.withResolvers<never>();
    const client = {
      org: { namespace: '', pubSubEndpoint: 'localhost:1' },
      session: () => session.promise,
    } as unknown as SalesforceClient;
    let news = 0;
    const subscription = subscribe(client, createLog('test', 'silent'), {
      onNews: () => (news += 1),
    });

    await subscription.close();

    session.reject(new Error('No answer.'));
    await Promise.allSettled([session.promise]);
    expect(subscription.alive).toBe(false);
    expect(news).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { at, each, idAt, openShop, openShopWithHooks } from './shop-kit.ts';

const PATH = '/v3/customers/subscribers';
const ANN = { email: 'Ann@example.com', first_name: 'Ann' };

describe('subscribers of the BigCommerce stand-in', () => {
  it('are told by their number alone', async () => {
    const { call, store, receiver } = await openShopWithHooks(['store/subscriber/*']);
    const id = idAt((await call('POST', PATH, ANN)).body, 'data.id');
    await call('PUT', `${PATH}/${id}`, { consents: [] });
    await call('DELETE', `${PATH}/${id}`);
    await store.settled();
    const scopes = ['created', 'deleted', 'updated'].map((is) => `store/subscriber/${is}`);
    expect(receiver.scopes().toSorted()).toEqual(scopes);
    for (const { message } of receiver.received)
      expect(message.data, message.scope).toEqual({ type: 'subscriber', id });
  });

  it('are found by one email, or by several numbers', async () => {
    const { call, store } = await openShop();
    store.shoppers.subscribe({ email: 'ann@example.com' });
    store.shoppers.subscribe({ email: 'bo@example.com', consents: [] });
    const byEmail = await call('GET', `${PATH}?email=BO@example.com`);
    expect(at(byEmail.body, 'data')).toMatchObject([{ id: 2, consents: [] }]);
    const byIds = await call('GET', `${PATH}?id:in=1,2`);
    expect(each(at(byIds.body, 'data'), 'email')).toEqual(['ann@example.com', 'bo@example.com']);
    const ignored = await call('GET', `${PATH}?email:in=bo@example.com`);
    expect(at(ignored.body, 'data'), 'an unknown filter is ignored').toHaveLength(2);
  });

  it('have an email nobody else has', async () => {
    const { call } = await openShop();
    await call('POST', PATH, ANN);
    expect((await call('POST', PATH, { email: 'ann@EXAMPLE.com' })).status).toBe(409);
    expect((await call('POST', PATH, { email: 'nobody' })).status).toBe(422);
    expect((await call('GET', `${PATH}/9`)).status).toBe(404);
  });

  it('follow what a customer says of mail', async () => {
    const { call, store } = await openShop();
    store.shoppers.changeConsent({ customerId: 1, emailConsent: true, cartMailConsent: false });
    const subscribers = await call('GET', `${PATH}?email=jane@example.com`);
    expect(at(subscribers.body, 'data.0.consents')).toEqual(['marketing_newsletter']);
    const customers = await call('GET', '/v3/customers?id:in=1&include=addresses');
    expect(at(customers.body, 'data.0')).toMatchObject({
      accepts_product_review_abandoned_cart_emails: false,
      addresses: [{ city: 'Austin' }],
    });
    store.shoppers.changeConsent({ customerId: 1, emailConsent: false });
    const after = await call('GET', `${PATH}?email=jane@example.com`);
    expect(at(after.body, 'data.0.consents')).toEqual([]);
  });
});

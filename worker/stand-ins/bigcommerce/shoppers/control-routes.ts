import express, { type Router } from 'express';
import { z } from 'zod';
import type { Quota } from '../../kit/quota.ts';
import { bodyText } from '../../kit/server.ts';
import { answerRefusal } from '../api/answers.ts';
import type { Deliveries } from '../hooks/deliveries.ts';
import type { Shoppers } from './shoppers.ts';
import {
  changeConsentBody,
  changeEmailBody,
  changeStatusBody,
  changeStockBody,
  deleteCustomerBody,
  itemsBody,
  paymentBody,
  placeOrderBody,
  refundBody,
  registerBody,
  shipBody,
  startCartBody,
  subscribeBody,
} from './wishes.ts';

interface Parts {
  shoppers: Shoppers;
  deliveries: Deliveries;
  quota: Quota;
}

const cartId = z.object({ cartId: z.string() });
const redeliverBody = z.object({
  ids: z.array(z.string()).optional(),
  /** The last so many, in the order in which they came about. */
  last: z.number().int().optional(),
  reversed: z.boolean().optional(),
});

/** What no shop has: shoppers at the push of a button, and a hand on the deliveries. */
export function shopperRoutes({ shoppers, deliveries, quota }: Parts): Router {
  const routes = express.Router();

  /** One POST for each wish; the answer is what came of it, as JSON. */
  function wish<Body>(path: string, shape: z.ZodType<Body>, grant: (body: Body) => unknown): void {
    routes.post(path, async (request, response) => {
      const result = await grant(shape.parse(JSON.parse(bodyText(request) || '{}')));
      if (result === undefined) response.status(204).end();
      else response.json(result);
    });
  }

  wish('/shopper/register', registerBody, (body) => ({ customerId: shoppers.register(body) }));
  wish('/shopper/place-order', placeOrderBody, (body) => shoppers.placeOrder(body));
  wish('/shopper/start-cart', startCartBody, (body) => ({ cartId: shoppers.startCart(body) }));
  wish('/shopper/add-to-cart', cartId.extend({ items: itemsBody }), (body) =>
    shoppers.addToCart(body.cartId, body.items),
  );
  wish(
    '/shopper/type-email',
    cartId.extend({
      email: z.email(),
      firstName: z.string().optional(),
      lastName: z.string().optional(),
    }),
    (body) => shoppers.typeEmail(body.cartId, body.email, body.firstName, body.lastName),
  );
  wish('/shopper/sign-in', cartId.extend({ customerId: z.number().int() }), (body) =>
    shoppers.signIn(body.cartId, body.customerId),
  );
  wish('/shopper/reach-payment', cartId, (body) => ({
    orderId: shoppers.reachPayment(body.cartId),
  }));
  wish('/shopper/pay-cart', cartId.extend(paymentBody.shape), (body) => ({
    orderId: shoppers.payCart(body.cartId, body),
  }));
  wish('/shopper/clear-cart', cartId, (body) => shoppers.clearCart(body.cartId));

  wish('/shopper/subscribe', subscribeBody, (body) => ({
    subscriberId: shoppers.subscribe(body),
  }));
  wish('/shopper/change-email', changeEmailBody, ({ customerId, email }) =>
    shoppers.changeEmail(customerId, email),
  );
  wish('/shopper/change-consent', changeConsentBody, (body) => shoppers.changeConsent(body));
  wish('/shopper/delete-customer', deleteCustomerBody, ({ customerId }) =>
    shoppers.deleteCustomer(customerId),
  );

  wish('/shopper/change-status', changeStatusBody, (body) =>
    shoppers.changeStatus(body.orderId, body.status),
  );
  wish('/shopper/ship', shipBody, (body) => ({ shipmentId: shoppers.ship(body) }));
  wish('/shopper/refund', refundBody, (body) => shoppers.refund(body));
  wish('/shopper/change-stock', changeStockBody, (body) => shoppers.changeStock(body));

  routes.get('/deliveries', (_, response) => void response.json(deliveries.list()));
  wish('/deliveries/hold', z.object({}), () => deliveries.hold());
  wish(
    '/deliveries/release',
    z.object({ order: z.enum(['sent', 'reversed']).optional() }),
    (body) => deliveries.release(body.order),
  );
  wish('/deliveries/settled', z.object({}), () => deliveries.settled());
  wish('/deliveries/redeliver', redeliverBody, ({ ids, last = 1, reversed }) => {
    const chosen =
      ids ??
      deliveries
        .list()
        .slice(-last)
        .map(({ id }) => id);
    return deliveries.redeliver(reversed ? chosen.toReversed() : chosen);
  });

  wish('/quota', z.object({ limit: z.number().int().min(0) }), ({ limit }) => {
    quota.limit = limit;
    return { limit };
  });

  routes.use(answerRefusal('v3'));
  return routes;
}

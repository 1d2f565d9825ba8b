import express, { type Router } from 'express';
import type { z } from 'zod';
import { answerRefusal, read } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import { createAfterSales } from './after-sales.ts';
import { createBuying } from './buying.ts';
import { enterOrder, enterOrderBody } from './entered-orders.ts';
import { createGoods } from './goods.ts';
import * as orders from './order-wishes.ts';
import { createPeople } from './people.ts';
import { createRequests } from './requests.ts';
import * as wishes from './wishes.ts';

/** Shoppers and staff at the push of a button: one POST for each wish, answered with what came of it. */
export function shopperRoutes(shop: Shop): Router {
  const routes = express.Router();
  const people = createPeople(shop);
  const buying = createBuying(shop);
  const requests = createRequests(shop);
  const sales = createAfterSales(shop);
  const goods = createGoods(shop);

  function wish<Body>(name: string, shape: z.ZodType<Body>, grant: (body: Body) => unknown): void {
    routes.post(`/shopper/${name}`, (request, response) => {
      const result = grant(read(request, shape));
      if (result === undefined) response.status(204).end();
      else response.json(result);
    });
  }

  wish('register', wishes.registerBody, (body) => ({ customerId: people.register(body) }));
  wish('change-customer', wishes.changeCustomerBody, (body) => people.changeCustomer(body));
  wish('change-email', wishes.changeEmailBody, (body) =>
    people.changeEmail(body.customerId, body.email),
  );
  wish('change-consent', wishes.changeConsentBody, (body) => people.changeConsent(body));
  wish('delete-customer', wishes.customerBody, (body) => people.deleteCustomer(body.customerId));
  wish('merge-customers', wishes.mergeBody, (body) =>
    people.mergeCustomers(body.customerId, body.mergedCustomerIds),
  );

  wish('place-order', wishes.placeOrderBody, (body) => buying.placeOrder(body));
  wish('enter-order', enterOrderBody, (body) => ({ orderId: enterOrder(shop, body) }));
  wish('start-cart', wishes.startCartBody, (body) => ({ cartId: buying.startCart(body) }));
  wish('add-to-cart', wishes.cartItemsBody, (body) => buying.addToCart(body.cartId, body.items));
  wish('change-cart', wishes.cartItemsBody, (body) => buying.changeCart(body.cartId, body.items));
  wish('type-email', wishes.typeEmailBody, (body) =>
    buying.typeEmail(body.cartId, body.email, body.firstName, body.lastName),
  );
  wish('sign-in', wishes.signInBody, (body) => buying.signIn(body.cartId, body.customerId));
  wish('reach-payment', wishes.cartBody, (body) => ({
    orderId: buying.reachPayment(body.cartId),
  }));
  wish('pay-cart', wishes.payCartBody, (body) => ({ orderId: buying.payCart(body) }));
  wish('clear-cart', wishes.cartBody, (body) => buying.clearCart(body.cartId));

  wish('request-quote', wishes.requestBody, (body) => ({ cartId: requests.requestQuote(body) }));
  wish('change-quote', wishes.changeQuoteBody, (body) => requests.changeQuote(body));
  wish('accept-quote', wishes.cartBody, (body) => ({
    orderId: requests.acceptQuote(body.cartId),
  }));
  wish('request-sample', wishes.requestBody, (body) => ({ cartId: requests.requestSample(body) }));

  wish('change-status', orders.changeStatusBody, (body) =>
    sales.changeStatus(body.orderId, body.status),
  );
  wish('cancel', orders.orderBody, (body) => sales.cancel(body.orderId));
  wish('refund', orders.refundBody, (body) => sales.refund(body));
  wish('ship', orders.shipBody, (body) => ({ shipmentId: sales.ship(body) }));
  wish('deliver-shipment', orders.shipmentBody, (body) => sales.deliverShipment(body.shipmentId));
  wish('return', orders.returnBody, (body) => ({ returnId: sales.returnGoods(body) }));
  wish('change-return', orders.changeReturnBody, (body) => sales.changeReturn(body));

  wish('add-product', orders.addProductBody, (body) => ({ productId: goods.addProduct(body) }));
  wish('change-stock', orders.changeStockBody, (body) => goods.changeStock(body));
  wish('change-product', orders.changeProductBody, (body) => goods.changeProduct(body));
  wish('delete-product', orders.productBody, (body) => goods.deleteProduct(body.productId));

  routes.use(answerRefusal);
  return routes;
}

import express, { type Router } from 'express';
import { answerRefusal, notFound } from './api/answers.ts';
import type { Quota } from '../kit/quota.ts';
import { checkToken } from './api/entry.ts';
import { cartRoutes } from './carts/cart-routes.ts';
import { checkoutRoutes } from './carts/checkout-routes.ts';
import { catalogRoutes } from './catalog/catalog-routes.ts';
import { attributeRoutes } from './customers/attribute-routes.ts';
import { customerRoutes } from './customers/customer-routes.ts';
import type { Deliveries } from './hooks/deliveries.ts';
import { hookRoutes } from './hooks/hook-routes.ts';
import { orderRoutes } from './orders/order-routes.ts';
import { refundRoutes } from './orders/refund-routes.ts';
import { shipmentRoutes } from './shipments/shipment-routes.ts';
import type { Shop } from './shop.ts';
import { shopperRoutes } from './shoppers/control-routes.ts';
import type { Shoppers } from './shoppers/shoppers.ts';
import { subscriberRoutes } from './subscribers/subscriber-routes.ts';
import { channelRoutes, storeRoutes } from './store-info/store-routes.ts';

/** Both versions of the API behind token and quota, and the shoppers beside them. */
export function originalRoutes(
  shop: Shop,
  parts: { shoppers: Shoppers; deliveries: Deliveries; quota: Quota },
): Router {
  const routes = express.Router();
  routes.use('/__local__', shopperRoutes(parts));
  const entry = [checkToken(shop.identity), parts.quota.check];
  const nothingHere = (): never => {
    throw notFound();
  };
  const v2 = [orderRoutes(shop), shipmentRoutes(shop), storeRoutes(shop)];
  routes.use('/stores/:hash/v2', entry, ...v2, nothingHere);
  routes.use('/stores/:hash/v2', answerRefusal('v2'));
  routes.use(
    '/stores/:hash/v3',
    entry,
    hookRoutes(shop, parts.deliveries.blockList),
    refundRoutes(shop),
    attributeRoutes(shop),
    subscriberRoutes(shop),
    customerRoutes(shop),
    cartRoutes(shop),
    checkoutRoutes(shop),
    catalogRoutes(shop),
    channelRoutes(),
    nothingHere,
  );
  routes.use('/stores/:hash/v3', answerRefusal('v3'));
  return routes;
}

import { randomBytes } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { answerData, notFound, read } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import { livingCart } from './abandonment.ts';
import type { CartRow, CheckoutAddress } from './cart-row.ts';
import { checkoutView } from './cart-view.ts';
import { saveCart } from './carts.ts';
import { orderFromCart } from './checkout.ts';

const billingBody = z.object({
  first_name: z.string().default(''),
  last_name: z.string().default(''),
  email: z.email(),
  company: z.string().default(''),
  address1: z.string().default(''),
  address2: z.string().default(''),
  city: z.string().default(''),
  state_or_province: z.string().default(''),
  state_or_province_code: z.string().default(''),
  country: z.string().default(''),
  country_code: z.string().default(''),
  postal_code: z.string().default(''),
  phone: z.string().default(''),
});

/** The v3 checkout API, as far as a cart becomes an order. */
export function checkoutRoutes(shop: Shop): Router {
  const routes = express.Router();

  function one(request: Request): CartRow {
    const cart = livingCart(shop, String(request.params.id));
    if (!cart) throw notFound('Checkout not found');
    return cart;
  }

  routes.get('/checkouts/:id', (request, response) => {
    answerData(response, checkoutView(shop, one(request)));
  });

  routes.post('/checkouts/:id/billing-address', (request, response) => {
    const changed = setBilling(shop, one(request), read(request, billingBody));
    answerData(response, checkoutView(shop, changed));
  });

  routes.put('/checkouts/:id/billing-address/:address', (request, response) => {
    const cart = one(request);
    if (cart.billing?.id !== request.params.address) throw notFound();
    answerData(response, checkoutView(shop, setBilling(shop, cart, read(request, billingBody))));
  });

  routes.post('/checkouts/:id/orders', (request, response) => {
    answerData(response, { id: orderFromCart(shop, one(request)).id });
  });

  return routes;
}

/** The billing address's email is the cart's email too. */
export function setBilling(
  shop: Shop,
  cart: CartRow,
  address: Omit<CheckoutAddress, 'id'>,
): CartRow {
  const id = cart.billing?.id ?? randomBytes(7).toString('hex');
  return saveCart(shop, { ...cart, email: address.email, billing: { id, ...address } });
}

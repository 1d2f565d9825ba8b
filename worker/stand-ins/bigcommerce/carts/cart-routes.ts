import { randomBytes } from 'node:crypto';
import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { answerData, notFound, read, Refusal } from '../api/answers.ts';
import type { Shop } from '../shop.ts';
import { livingCart } from './abandonment.ts';
import { cartBody, itemBody, itemsBody, itemsOf } from './cart-bodies.ts';
import type { CartRow } from './cart-row.ts';
import { cartView } from './cart-view.ts';
import { addItems, changeItem, createCart, deleteCart, removeItem, saveCart } from './carts.ts';

/** The v3 cart API. There is no list of carts. */
export function cartRoutes(shop: Shop): Router {
  const routes = express.Router();

  function one(request: Request): CartRow {
    const cart = livingCart(shop, String(request.params.id));
    if (!cart) throw notFound('Cart not found');
    return cart;
  }

  routes.post('/carts', (request, response) => {
    const body = read(request, cartBody);
    const cart = createCart(shop, {
      customerId: body.customer_id,
      email: body.email,
      channelId: body.channel_id,
      currency: body.currency?.code,
      locale: body.locale,
      items: itemsOf(body),
      byApi: true,
    });
    answerData(response, cartView(shop, cart), 201);
  });

  routes.get('/carts/:id', (request, response) => {
    answerData(response, cartView(shop, one(request)));
  });

  routes.put('/carts/:id', (request, response) => {
    const cart = one(request);
    const body = read(request, z.object({ customer_id: z.number().int() }));
    const changed = saveCart(shop, { ...cart, customerId: body.customer_id });
    answerData(response, cartView(shop, changed));
  });

  routes.delete('/carts/:id', (request, response) => {
    deleteCart(shop, one(request));
    response.status(204).end();
  });

  routes.post('/carts/:id/items', (request, response) => {
    const items = itemsOf(read(request, itemsBody));
    if (items.length === 0) throw new Refusal(422, 'Send at least one item.');
    answerData(response, cartView(shop, addItems(shop, one(request), items)), 201);
  });

  routes.put('/carts/:id/items/:item', (request, response) => {
    const { quantity } = read(request, itemBody).line_item;
    const changed =
      quantity > 0
        ? changeItem(shop, one(request), request.params.item, quantity)
        : removeItem(shop, one(request), request.params.item);
    if (changed) answerData(response, cartView(shop, changed));
    else response.status(204).end();
  });

  routes.delete('/carts/:id/items/:item', (request, response) => {
    const changed = removeItem(shop, one(request), request.params.item);
    if (changed) answerData(response, cartView(shop, changed));
    else response.status(204).end();
  });

  routes.post('/carts/:id/redirect_urls', (request, response) => {
    const cart = one(request);
    // The original gives such links only for carts its management API made.
    if (!cart.byApi) throw notFound('Cart not found');
    const token = randomBytes(32).toString('hex');
    const url = (action: string): string =>
      `https://store.example.com/cart.php?action=${action}&id=${cart.id}&token=${token}`;
    answerData(
      response,
      {
        cart_url: url('load'),
        checkout_url: url('loadInCheckout'),
        embedded_checkout_url: url('loadInCheckout'),
      },
      201,
    );
  });

  routes.get('/abandoned-carts/:token', (request, response) => {
    const cart = shop.rows.carts.values().find(({ token }) => token === request.params.token);
    if (!cart || !livingCart(shop, cart.id)) throw notFound('Cart not found');
    answerData(response, { cart_id: cart.id });
  });

  return routes;
}

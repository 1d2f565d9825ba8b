import express, { type Router } from 'express';
import { z } from 'zod';
import { answerList, notFound, read } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { pageOf, pagingV2, query } from '../api/query.ts';
import { CURRENCIES, STORE_CURRENCY, type Currency } from '../currencies.ts';
import type { GroupRow } from '../customers/customer-rows.ts';
import { isoZulu, rfc2822, zoneless } from '../dates.ts';
import { nowOf, type Identity, type Shop } from '../shop.ts';

/** v2: the store itself, its time, currencies and customer groups. */
export function storeRoutes(shop: Shop): Router {
  const routes = express.Router();

  routes.get('/store', (_, response) => void response.json(storeView(shop.identity)));

  routes.get('/time', (_, response) => {
    response.json({ time: Math.floor(shop.clock.now().getTime() / 1000) });
  });

  routes.get('/currencies', (request, response) => {
    answerList(response, pageOf(CURRENCIES, pagingV2(request)).map(currencyView));
  });

  routes.get('/customer_groups', (request, response) => {
    const name = query(request, 'name');
    const found = shop.rows.groups
      .values()
      .filter((row) => name === undefined || row.name === name);
    answerList(response, pageOf(found, pagingV2(request)).map(groupView));
  });

  routes.post('/customer_groups', (request, response) => {
    const { name } = read(request, z.object({ name: z.string().min(1) }));
    const now = nowOf(shop);
    const group: GroupRow = {
      id: shop.next('group', 1),
      name,
      isDefault: false,
      discountPercent: '',
      createdAt: now,
      modifiedAt: now,
    };
    shop.rows.groups.set(String(group.id), group);
    response.json(groupView(group));
  });

  routes.get('/customer_groups/:id', (request, response) => {
    const group = shop.rows.groups.get(request.params.id);
    if (!group) throw notFound();
    response.json(groupView(group));
  });

  return routes;
}

/** v3: the one channel, the default storefront. */
export function channelRoutes(): Router {
  const routes = express.Router();
  routes.get('/channels', (request, response) => {
    answerPage(request, response, [
      {
        id: 1,
        name: 'Main Store',
        type: 'storefront',
        platform: 'bigcommerce',
        status: 'active',
        external_id: '',
        is_visible: true,
        is_listable_from_ui: true,
        icon_url: '',
        date_created: isoZulu('2021-05-07T14:54:51Z'),
        date_modified: isoZulu('2021-05-07T14:54:51Z'),
      },
    ]);
  });
  return routes;
}

function storeView(identity: Identity): object {
  return {
    id: identity.storeHash,
    store_id: identity.storeId,
    account_uuid: '8d4d492f-17a1-4d95-b396-e1c5720815a5',
    domain: 'store.example.com',
    secure_url: 'https://store.example.com',
    control_panel_base_url: `https://store-${identity.storeHash}.example.com`,
    status: 'live',
    name: 'Example Store',
    country: 'United States',
    country_code: 'US',
    admin_email: 'admin@example.com',
    order_email: 'orders@example.com',
    timezone: {
      name: 'America/Chicago',
      raw_offset: -21600,
      dst_offset: -18000,
      dst_correction: true,
    },
    language: 'en',
    currency: STORE_CURRENCY,
    decimal_places: 2,
    plan_name: 'Plus',
    plan_level: 'Plus',
    plan_is_trial: false,
    is_price_entered_with_tax: false,
    default_channel_id: 1,
    default_site_id: 1000,
    features: { checkout_type: 'optimized', multi_storefront_enabled: true },
  };
}

function currencyView(currency: Currency): object {
  return {
    id: currency.id,
    is_default: currency.code === STORE_CURRENCY,
    currency_code: currency.code,
    currency_exchange_rate: currency.rate,
    name: currency.name,
    is_transactional: true,
    enabled: true,
    decimal_places: currency.decimals,
    last_updated: rfc2822('2024-01-02T10:00:00Z'),
  };
}

function groupView(group: GroupRow): object {
  const rule = { type: 'all', method: 'percent', amount: group.discountPercent };
  return {
    id: group.id,
    name: group.name,
    is_default: group.isDefault,
    is_group_for_guests: false,
    category_access: { type: 'all' },
    discount_rules: group.discountPercent ? [rule] : [],
    date_created: zoneless(group.createdAt),
    date_modified: zoneless(group.modifiedAt),
  };
}

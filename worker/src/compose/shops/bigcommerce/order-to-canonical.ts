import { add, divide, subtract, type Decimal, type Money } from '../../../shared/money.ts';
import {
  emailAddress,
  type Order,
  type OrderItem,
  type Return,
  type ShopRecord,
} from '../../canonical.ts';
import { ORDER_STATUS_BY_ID } from './order-status.ts';
import { destinations, type OrderAnswer } from './order-shape.ts';

/** `placedAtSource` is the order's `date_created` as it came, `raw` what else of it is kept. */
export interface OrderParts {
  order: OrderAnswer;
  items: OrderItem[];
  refunded: Money;
  returns: Return[];
  placedAtSource: string;
  raw: ShopRecord | null;
}

export function toOrder(parts: OrderParts): Order {
  const { order, items, refunded, returns, placedAtSource, raw } = parts;
  const billing = order.billing_address;
  return {
    id: order.id,
    number: order.id,
    customerId: order.customer_id,
    email: emailAddress(billing?.email),
    firstName: billing?.first_name ?? null,
    lastName: billing?.last_name ?? null,
    company: billing?.company ?? null,
    phone: billing?.phone ?? null,
    status: ORDER_STATUS_BY_ID.get(order.status_id) ?? 'Incomplete',
    shopStatus: order.custom_status ?? order.status,
    placedAt: order.date_created,
    placedAtSource,
    modifiedAt: order.date_modified,
    currency: order.default_currency_code.toUpperCase(),
    shopCurrency: order.store_default_currency_code?.toUpperCase() ?? null,
    rateToShop: rateToShop(order),
    total: order.total_inc_tax,
    subtotal: order.subtotal_ex_tax,
    tax: order.total_tax,
    shippingCost: order.shipping_cost_ex_tax,
    discount: add(order.discount_amount, order.coupon_discount),
    refunded,
    net: subtract(order.total_inc_tax, refunded),
    itemCount: Math.round(Number(add(...items.map((item) => item.quantity)))),
    items,
    channel: order.channel_id,
    source: order.order_source,
    shipTo: shipTo(order),
    cartId: order.cart_id,
    archived: order.is_deleted ?? false,
    returns,
    raw,
  };
}

const RATE_DIGITS = 10;

/** The store tells the rate the other way round: from its own currency to the order's. */
function rateToShop(order: OrderAnswer): Decimal | null {
  const shopCurrency = order.store_default_currency_code;
  if (!shopCurrency) return null;
  if (shopCurrency.toUpperCase() === order.default_currency_code.toUpperCase()) return add(1);
  const fromShop = order.store_default_to_transactional_exchange_rate;
  return fromShop === '0' ? null : divide(1, fromShop, RATE_DIGITS);
}

function shipTo(order: OrderAnswer): Order['shipTo'] {
  const { shipping, pickups } = destinations.safeParse(order.consignments).data ?? {};
  const address = shipping?.[0];
  if (address) return { city: address.city, country: address.country_iso2 };
  const place = pickups?.[0]?.location;
  return place ? { city: place.city, country: place.country_alpha2 } : null;
}

/** Orders of five lines as the worker hands them to the mapping, each a little different. */
const LINES = 5;

export interface OrderSet {
  /** The order's own input and one for each of its lines. */
  order: unknown;
  lines: unknown[];
  /** The order as JSON, to compare with. */
  json: string;
}

const SHOP = {
  key: 'shop-1',
  name: 'Northwind Outdoor',
  platform: 'BigCommerce',
  url: 'https://store.example.com',
  currency: 'USD',
  status: 'Connected',
};

export function ordersOf(count: number): OrderSet[] {
  return Array.from({ length: count }, (_, index) => orderOf(index));
}

function orderOf(index: number): OrderSet {
  const id = String(1000 + index);
  const items = Array.from({ length: LINES }, (_, line) => itemOf(index, line));
  const order = { ...headOf(id, index), itemCount: LINES, items };
  const key = `shop-1:order:${id}`;
  const keys = { customerKey: `shop-1:customer:${index}`, cartKey: `shop-1:cart:c-${id}` };
  return {
    order: { key, ...keys, shop: SHOP, order },
    lines: items.map((item) => ({
      key: `${key}:${item.id}`,
      orderKey: key,
      productKey: `shop-1:product:${item.productId}`,
      shop: SHOP,
      order,
      item,
    })),
    json: JSON.stringify(order),
  };
}

function headOf(id: string, index: number) {
  const [day, minute] = [pad(1 + (index % 28)), pad(index % 60)];
  return {
    id,
    number: id,
    customerId: String(index),
    email: `jane.doe.${index}@example.com`,
    firstName: 'Jane',
    lastName: 'Doe',
    company: index % 3 === 0 ? 'Acme Outfitters' : null,
    phone: '+15125550100',
    status: index % 2 === 0 ? 'Awaiting Fulfillment' : 'Shipped',
    shopStatus: index % 2 === 0 ? 'In the warehouse' : 'On its way',
    placedAt: `2026-03-${day}T21:${minute}:11.000Z`,
    placedAtSource: `Tue, ${day} Mar 2026 21:${minute}:11 +0000`,
    modifiedAt: `2026-04-${day}T08:${minute}:25.000Z`,
    currency: 'USD',
    shopCurrency: 'USD',
    rateToShop: '1',
    total: `${240 + index}.79`,
    subtotal: `${200 + index}.6793`,
    tax: '18.31',
    shippingCost: '11.09',
    discount: '5',
    refunded: '0',
    net: `${240 + index}.79`,
    channel: '1',
    source: 'www',
    shipTo: { city: 'Austin', country: 'US' },
    cartId: `c-${id}`,
    archived: false,
    raw: null,
  };
}

function itemOf(index: number, line: number) {
  return {
    id: String(index * LINES + line),
    productId: String(70 + line),
    name: `Linen Towel No. ${line}`,
    sku: `S-ORAN-${line}`,
    options: 'Size: S, Colour: Red',
    quantity: String(1 + (line % 3)),
    unitPrice: `${31 + line}.33965`,
    total: `${62 + line}.6793`,
    refundedQuantity: '0',
    raw: null,
  };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

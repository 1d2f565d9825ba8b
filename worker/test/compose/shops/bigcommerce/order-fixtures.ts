type Json = Record<string, unknown>;

export function line(changes: Json = {}): Json {
  return {
    id: 65,
    order_id: 218,
    product_id: 77,
    variant_id: 112,
    name: 'Linen Towel',
    sku: 'S-ORAN',
    type: 'physical',
    base_price: '31.3397',
    price_ex_tax: '31.3397',
    price_inc_tax: '33.5397',
    total_ex_tax: '62.6793',
    total_inc_tax: '67.0793',
    quantity: 2,
    quantity_refunded: 0,
    is_refunded: false,
    product_options: [
      { id: 45, display_name: 'Size', display_value: 'S' },
      { id: 46, display_name: 'Colour', display_value: 'Red' },
    ],
    parent_order_product_id: null,
    is_bundled_product: false,
    ...changes,
  };
}

export function consignments(lines: unknown[], changes: Json = {}): Json {
  return {
    pickups: [],
    shipping: [
      { id: 51, first_name: 'Jane', city: 'Austin', country_iso2: 'US', line_items: lines },
    ],
    downloads: [],
    email: { gift_certificates: [] },
    ...changes,
  };
}

/** An order as the store sends it with `include=consignments…`. */
export function orderAnswer(changes: Json = {}): Json {
  return {
    id: 218,
    customer_id: 11,
    date_created: 'Tue, 05 Mar 2024 21:40:11 +0000',
    date_modified: 'Mon, 11 Mar 2024 15:17:25 +0000',
    status_id: 11,
    status: 'Awaiting Fulfillment',
    custom_status: 'Being packed',
    subtotal_ex_tax: '62.6793',
    shipping_cost_ex_tax: '11.0900',
    total_ex_tax: '68.7693',
    total_inc_tax: '74.0793',
    total_tax: '5.3100',
    items_total: 2,
    payment_status: 'captured',
    payment_provider_id: 'pay-4711',
    payment_method: 'Credit Card',
    credit_card_type: 'visa',
    refunded_amount: '0.0000',
    ip_address: '203.0.113.7',
    staff_notes: 'Called twice',
    customer_message: 'Please ring the bell',
    currency_code: 'GBP',
    default_currency_code: 'USD',
    store_default_currency_code: 'USD',
    store_default_to_transactional_exchange_rate: '1.0000000000',
    discount_amount: '0.0000',
    coupon_discount: '5.0000',
    is_deleted: false,
    cart_id: '7e48f7ef-2e88-4817-aea4-b0ed01490114',
    billing_address: {
      first_name: 'Jane',
      last_name: 'Doe',
      company: 'Acme',
      street_1: '555 East Street',
      phone: '5125550100',
      email: ' Jane@Example.com ',
    },
    order_source: 'www',
    channel_id: 1,
    consignments: consignments([line()]),
    fees: [],
    ...changes,
  };
}

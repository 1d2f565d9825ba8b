/**
 * Fields of BigCommerce's V2 order, as its reference describes them. Payment, cards and the
 * visitor's address never come in and are not listed.
 */
import { ofEach, within, type RawLine } from './rawField.ts';

export const ADDRESS: readonly RawLine[] = [
  ['first_name', 'first name', 'text', 'Jane', 'As the shopper typed it.', 'personal'],
  ['last_name', 'last name', 'text', 'Doe', 'As the shopper typed it.', 'personal'],
  ['company', 'company', 'text', 'Acme', 'As the shopper typed it.', 'personal'],
  ['street_1', 'street', 'text', '555 East Street', 'First line of the street.', 'personal'],
  ['street_2', 'street, second line', 'text', 'Unit 4', 'Often blank.', 'personal'],
  ['city', 'city', 'text', 'Austin', 'As the shopper typed it.', 'personal'],
  ['state', 'state', 'text', 'Texas', 'The name of the state, not its code.', 'personal'],
  ['zip', 'postal code', 'text', '78108', 'As the shopper typed it.', 'personal'],
  ['country', 'country', 'text', 'United States', 'The name of the country.', 'personal'],
  ['country_iso2', 'country code', 'text', 'US', 'ISO 3166, two letters.', 'personal'],
  ['phone', 'phone', 'text', '5125550100', 'As the shopper typed it.', 'personal'],
  ['email', 'email', 'text', 'jane@example.com', 'As the shopper typed it.', 'personal'],
];

const FORM_FIELDS: readonly RawLine[] = [
  ['name', 'name', 'text', 'Delivery Instructions', 'What the store called its own field.'],
  ['value', 'value', 'text', 'Leave in backyard', 'What the shopper answered.', 'personal'],
];

const SHIPMENT: readonly RawLine[] = [
  ...ADDRESS,
  ['id', 'id', 'number', 132, 'The shop’s id of the address.'],
  ['shipping_method', 'method', 'text', 'Flat Rate', 'How it is sent.'],
  ['shipping_zone_id', 'zone id', 'number', 1, 'Id of the store’s shipping zone.'],
  ['shipping_zone_name', 'zone', 'text', 'United States', 'The store’s shipping zone.'],
  ['items_total', 'items', 'number', 4, 'Quantities that go there.'],
  ['items_shipped', 'items sent', 'number', 0, 'Quantities that were sent.'],
  ['base_cost', 'cost', 'number', '12', 'Shipping cost before tax and discounts.'],
  ['cost_ex_tax', 'cost without tax', 'number', '11.09', 'Shipping cost.'],
  ['cost_inc_tax', 'cost with tax', 'number', '12', 'Shipping cost.'],
  ['cost_tax', 'tax', 'number', '0.91', 'Tax of the shipping cost.'],
  ['cost_tax_class_id', 'tax class', 'number', 0, 'Id of the tax class.'],
  ['base_handling_cost', 'handling', 'number', '0', 'Before tax.'],
  ['handling_cost_ex_tax', 'handling without tax', 'number', '0', 'Handling cost.'],
  ['handling_cost_inc_tax', 'handling with tax', 'number', '0', 'Handling cost.'],
  ['handling_cost_tax', 'handling: tax', 'number', '0', 'Tax of the handling cost.'],
  ['handling_cost_tax_class_id', 'handling: tax class', 'number', 0, 'Id of the tax class.'],
];

const STATE: readonly RawLine[] = [
  ['id', 'Order id', 'number', 218, 'Also the order number shown.'],
  ['customer_id', 'Customer id', 'number', 11, '0 for a guest.', 'personal'],
  ['status_id', 'Status id', 'number', 11, 'The number of the status.'],
  ['status', 'Status', 'text', 'Awaiting Fulfillment', 'BigCommerce’s own label.'],
  ['custom_status', 'Status label', 'text', 'Being packed', 'As the merchant renamed it.'],
  ['date_created', 'Created', 'dateTime', 'Tue, 05 Mar 2024 21:40:11 +0000', 'RFC 2822, in UTC.'],
  ['date_modified', 'Changed', 'dateTime', 'Mon, 11 Mar 2024 15:17:25 +0000', 'RFC 2822, in UTC.'],
  ['date_shipped', 'Shipped', 'dateTime', 'Tue, 12 Mar 2024 09:00:00 +0000', 'RFC 2822, or blank.'],
  ['cart_id', 'Cart id', 'text', '7e48f7ef', 'Blank for orders made by the API.'],
  ['payment_method', 'Payment method', 'text', 'PayPal', 'Its name only, never a number.'],
  ['items_total', 'Items', 'number', 4, 'All quantities together.'],
  ['items_shipped', 'Items sent', 'number', 0, 'Quantities that were sent.'],
  ['order_is_digital', 'Digital order', 'boolean', false, 'Nothing has to be sent.'],
  ['is_deleted', 'Archived', 'boolean', false, 'The store has put the order away.'],
  ['is_email_opt_in', 'Email opt-in', 'boolean', true, 'Ticked at the checkout.', 'personal'],
  ['is_tax_inclusive_pricing', 'Prices with tax', 'boolean', false, 'How prices were entered.'],
  ['shipping_address_count', 'Shipping addresses', 'number', 1, 'How many there are.'],
  ['customer_message', 'Shopper’s message', 'text', 'Ring the bell', 'Free text.', 'personal'],
  ['staff_notes', 'Staff notes', 'text', 'Called twice', 'Free text of the store.', 'personal'],
  ['order_source', 'Source', 'text', 'www', 'Such as www, manual, external or checkout_api.'],
  ['channel_id', 'Channel id', 'number', 1, 'The sales channel.'],
  ['external_source', 'External source', 'text', 'POS', 'The system an order was brought from.'],
  ['external_id', 'External id', 'text', 'A-17', 'Its id there.'],
  ['external_order_id', 'External order id', 'text', 'A-17', 'Its order number there.'],
  ['external_merchant_id', 'External merchant id', 'text', 'M-1', 'The merchant there.'],
  ['ebay_order_id', 'eBay order id', 'text', '0', '0 for orders not from eBay.'],
  ['customer_locale', 'Language', 'text', 'en', 'The shopper’s language.'],
  ['tax_provider_id', 'Tax provider', 'text', 'BasicTaxProvider', 'Who worked out the tax.'],
];

const AMOUNT_NAMES = [
  ['subtotal', 'Goods'],
  ['shipping_cost', 'Shipping'],
  ['handling_cost', 'Handling'],
  ['wrapping_cost', 'Wrapping'],
  ['total', 'Total'],
] as const;

const AMOUNTS: readonly RawLine[] = [
  ...AMOUNT_NAMES.flatMap(([name, label]): RawLine[] => [
    [`${name}_ex_tax`, `${label} without tax`, 'number', '11.0900', 'In the order’s currency.'],
    [`${name}_inc_tax`, `${label} with tax`, 'number', '12.0000', 'In the order’s currency.'],
    [`${name}_tax`, `${label}: tax`, 'number', '0.9100', 'In the order’s currency.'],
  ]),
  ['base_shipping_cost', 'Shipping before tax', 'number', '12.0000', 'As it was set.'],
  ['base_handling_cost', 'Handling before tax', 'number', '0.0000', 'As it was set.'],
  ['base_wrapping_cost', 'Wrapping before tax', 'number', '0.0000', 'As it was set.'],
  ['shipping_cost_tax_class_id', 'Shipping: tax class', 'number', 0, 'Id of the tax class.'],
  ['handling_cost_tax_class_id', 'Handling: tax class', 'number', 0, 'Id of the tax class.'],
  ['wrapping_cost_tax_class_id', 'Wrapping: tax class', 'number', 0, 'Id of the tax class.'],
  ['discount_amount', 'Discounts', 'number', '0.0000', 'Without coupons.'],
  ['coupon_discount', 'Coupons', 'number', '5.0000', 'What coupons took off.'],
  ['store_credit_amount', 'Store credit', 'number', '0.0000', 'Paid with store credit.'],
  ['gift_certificate_amount', 'Gift certificates', 'number', '0.0000', 'Paid with them.'],
  ['refunded_amount', 'Refunded (always 0)', 'number', '0.0000', 'Use Refunded of the order.'],
  ['currency_id', 'Display currency id', 'number', 1, 'The currency the shopper saw.'],
  ['currency_code', 'Display currency', 'text', 'USD', 'The currency the shopper saw.'],
  [
    'currency_exchange_rate',
    'Display rate',
    'number',
    '1.0000000000',
    'To the one the shopper saw.',
  ],
  ['default_currency_id', 'Currency id', 'number', 1, 'The currency of all amounts.'],
  ['default_currency_code', 'Currency', 'text', 'USD', 'The currency of all amounts.'],
  ['store_default_currency_code', 'Store currency', 'text', 'USD', 'May be blank.'],
  [
    'store_default_to_transactional_exchange_rate',
    'Rate from the store currency',
    'number',
    '1.0000000000',
    'From the store’s currency to the order’s.',
  ],
];

export const BIGCOMMERCE_ORDER: readonly RawLine[] = [
  ...STATE,
  ...AMOUNTS,
  ...within('billing_address', 'Billing', ADDRESS),
  ...ofEach('billing_address.form_fields', 'Billing form fields', FORM_FIELDS),
  ...ofEach('consignments.shipping', 'Shipping', SHIPMENT),
  ...ofEach('consignments.shipping.form_fields', 'Shipping form fields', FORM_FIELDS),
  ['consignments.pickups', 'Pickups', 'items', '1 entry', 'Where goods are picked up.'],
  ['fees', 'Fees', 'items', '1 entry', 'Fees of the order, for roll-ups.'],
];

/** Fields of shipments and refunds, as BigCommerce documents them. */
import { ofEach, within, type RawLine } from './rawField.ts';
import { ADDRESS } from './rawBigcommerceOrder.ts';

const SENT: readonly RawLine[] = [
  ['order_product_id', 'item ids', 'number', 65, 'The item of the order.'],
  ['product_id', 'product ids', 'number', 77, '0 for what is in no catalogue.'],
  ['quantity', 'quantities', 'number', 2, 'How many were sent.'],
];

export const BIGCOMMERCE_SHIPMENT: readonly RawLine[] = [
  ['id', 'Shipment id', 'number', 4, 'The shop’s id of the shipment.'],
  ['order_id', 'Order id', 'number', 218, 'The order it belongs to.'],
  ['customer_id', 'Customer id', 'number', 11, '0 for a guest.', 'personal'],
  ['order_address_id', 'Address id', 'number', 12, 'The shipping address of the order.'],
  ['date_created', 'Created', 'dateTime', 'Wed, 06 Mar 2024 15:00:00 +0000', 'RFC 2822.'],
  ['tracking_number', 'Tracking number', 'text', '1Z999AA10123456784', 'Of the carrier.'],
  ['merchant_shipping_cost', 'Cost', 'number', '7.1000', 'What it costs the store.'],
  ['shipping_method', 'Method', 'text', 'Ground', 'What the shopper chose.'],
  ['comments', 'Comments', 'text', 'Handle with care', 'Free text of the store.', 'personal'],
  ['shipping_provider', 'Provider', 'text', 'ups', 'Code of the provider.'],
  ['shipping_provider_display_name', 'Provider’s name', 'text', 'UPS', 'As shoppers see it.'],
  ['tracking_carrier', 'Carrier', 'text', 'ups', 'Code of the carrier.'],
  ['tracking_link', 'Tracking page', 'text', 'https://track.example.com/1', 'Set by the store.'],
  [
    'generated_tracking_link',
    'Tracking page, made by BigCommerce',
    'text',
    'https://track.example.com/1',
    'Made from carrier and number.',
  ],
  ...within('billing_address', 'Billing', ADDRESS),
  ...within('shipping_address', 'Shipping', ADDRESS),
  ...ofEach('items', 'Items', SENT),
];

const GIVEN_BACK: readonly RawLine[] = [
  ['item_type', 'kinds', 'text', 'PRODUCT', 'PRODUCT, SHIPPING and others.'],
  ['item_id', 'item ids', 'number', 65, 'The item of the order.'],
  ['quantity', 'quantities', 'number', 1, 'How many were given back.'],
  ['requested_amount', 'amounts', 'number', '31.34', 'What is paid back for each.'],
  ['reason', 'reasons', 'text', 'Too small', 'Why, for each.'],
];

/** A return is a refund that gives items back. */
export const BIGCOMMERCE_REFUND: readonly RawLine[] = [
  ['id', 'Refund id', 'number', 12, 'The shop’s id of the refund.'],
  ['order_id', 'Order id', 'number', 218, 'The order it belongs to.'],
  ['user_id', 'Staff id', 'number', 3, 'Who made it in the store.'],
  ['created', 'Created', 'dateTime', '2024-03-11T09:00:00+00:00', 'ISO 8601.'],
  ['reason', 'Reason', 'text', 'Too small', 'Why it was paid back.'],
  ['total_amount', 'Amount', 'number', '31.34', 'What is paid back.'],
  ['total_tax', 'Tax', 'number', '2.39', 'The tax within it.'],
  ['uses_merchant_override_values', 'Set by hand', 'boolean', false, 'The store set the amount.'],
  ...ofEach('items', 'Items', GIVEN_BACK),
];

/** Fields of the records of Clarity eCommerce, as the contract Cartbridge publishes has them. */
import { ofEach, within, type RawLine } from './rawField.ts';

const ADDRESS: readonly RawLine[] = [
  ['name', 'name', 'text', 'Jane Doe', 'Who is there.', 'personal'],
  ['company', 'company', 'text', 'Acme', 'The company there.', 'personal'],
  ['line1', 'street', 'text', '555 East Street', 'First line.', 'personal'],
  ['line2', 'street, second line', 'text', 'Unit 4', 'Often blank.', 'personal'],
  ['city', 'city', 'text', 'Austin', 'Name of the city.', 'personal'],
  ['region', 'state', 'text', 'TX', 'State or province.', 'personal'],
  ['postalCode', 'postal code', 'text', '78108', 'Postal code.', 'personal'],
  ['country', 'country code', 'text', 'US', 'ISO 3166, two letters.', 'personal'],
  ['phone', 'phone', 'text', '+15125550100', 'As it was typed.', 'personal'],
  ['isDefault', 'default', 'boolean', true, 'The one that is used first.'],
];

export const CLARITY_ORDER: readonly RawLine[] = [
  ['orderId', 'Order id', 'text', 'o-218', 'The shop’s id of the order.'],
  ['orderNumber', 'Order number', 'text', '218', 'What the shopper knows it by.'],
  ['customerId', 'Customer id', 'text', 'c-11', 'Nothing for a guest.', 'personal'],
  ['email', 'Email', 'text', 'jane@example.com', 'Of the order.', 'personal'],
  ['orderDate', 'Ordered', 'dateTime', '2024-03-05T15:40:11-06:00', 'ISO 8601.'],
  ['updatedDate', 'Changed', 'dateTime', '2024-03-11T10:17:25-05:00', 'ISO 8601.'],
  ['status', 'Status', 'text', 'Processing', 'The shop’s own word.'],
  ['purchaseOrderNumber', 'Purchase order number', 'text', '4500012', 'The buyer’s own number.'],
  ['cartId', 'Cart id', 'text', 'k-7', 'The cart it came from.'],
  ['currency', 'Currency', 'text', 'USD', 'The currency of all amounts.'],
  ['totalAmount', 'Total', 'number', '74.08', 'What the buyer owes.'],
  ['subTotal', 'Goods', 'number', '62.68', 'Before tax and discounts.'],
  ['tax', 'Tax', 'number', '5.31', 'All tax of the order.'],
  ['shipping', 'Shipping', 'number', '11.09', 'Shipping cost.'],
  ['fees', 'Fees', 'number', '0.00', 'All fees of the order.'],
  ['discount', 'Discount', 'number', '5.00', 'All discounts together.'],
  ...within('billing', 'Billing', ADDRESS),
  ...within('shippingAddress', 'Shipping', ADDRESS),
];

const ITEM: readonly RawLine[] = [
  ['lineId', 'Item id', 'text', 'l-65', 'The shop’s id of the item.'],
  ['productId', 'Product id', 'text', 'p-77', 'Nothing for custom items.'],
  ['sku', 'SKU', 'text', 'S-ORAN', 'Stock keeping unit.'],
  ['name', 'Name', 'text', 'Linen Towel', 'What it is.'],
  ['category', 'Category', 'list', 'Bath, Towels', 'From the widest to the narrowest.'],
  ['brand', 'Brand', 'text', 'Acme', 'Name of the brand.'],
  ['quantity', 'Quantity', 'number', '2', 'How many.'],
  ['unitPrice', 'Unit price', 'number', '31.34', 'Price of one.'],
  ['extendedPrice', 'Total', 'number', '62.68', 'Price of all of them.'],
  ['imageUrl', 'Picture', 'text', 'https://cdn.example.com/towel.jpg', 'Of the product.'],
  ['productUrl', 'Page', 'text', 'https://shop.example.com/towel', 'Of the product.'],
];

export const CLARITY_ORDER_ITEM = ITEM;
export const CLARITY_CART_ITEM = ITEM;

export const CLARITY_CART: readonly RawLine[] = [
  ['cartId', 'Cart id', 'text', 'k-7', 'The shop’s id of the cart.'],
  ['kind', 'Kind', 'text', 'shopping', 'shopping, quote, sample or list.'],
  ['customerId', 'Customer id', 'text', 'c-11', 'Nothing for a guest.', 'personal'],
  ['email', 'Email', 'text', 'jane@example.com', 'Once it is known.', 'personal'],
  ['total', 'Value', 'number', '45.30', 'What is in the cart.'],
  ['currency', 'Currency', 'text', 'USD', 'The currency of all amounts.'],
  ['recoveryUrl', 'Cart page', 'text', 'https://shop.example.com/cart', 'Finds the cart again.'],
  ['lastModified', 'Changed', 'dateTime', '2024-03-05T14:25:00-06:00', 'ISO 8601.'],
  ['orderId', 'Order id', 'text', 'o-218', 'Once it was bought.'],
];

export const CLARITY_CUSTOMER: readonly RawLine[] = [
  ['customerId', 'Customer id', 'text', 'c-11', 'The shop’s id of the customer.', 'personal'],
  ['firstName', 'First name', 'text', 'Jane', 'As the customer typed it.', 'personal'],
  ['lastName', 'Last name', 'text', 'Doe', 'As the customer typed it.', 'personal'],
  ['email', 'Email', 'text', 'jane@example.com', 'As the customer typed it.', 'personal'],
  ['phone', 'Phone', 'text', '+15125550100', 'As the customer typed it.', 'personal'],
  ['accountStatus', 'Account status', 'text', 'Active', 'The shop’s own word.'],
  ['loyaltyPoints', 'Loyalty points', 'number', 120, 'As the shop counts them.'],
  ['companyId', 'Company id', 'text', 'co-3', 'The company of the account.'],
  ['companyName', 'Company', 'text', 'Acme', 'The company of the account.', 'personal'],
  ['parentCompanyId', 'Parent company id', 'text', 'co-1', 'The company above it.'],
  ['emailConsent', 'Email consent', 'boolean', true, 'May be sent mails.', 'personal'],
  ['locale', 'Language', 'text', 'en-US', 'The customer’s language.'],
  ['currency', 'Currency', 'text', 'USD', 'The customer’s currency.'],
  ['createdDate', 'Registered', 'dateTime', '2023-11-13T15:42:06-06:00', 'ISO 8601.'],
  ['updatedDate', 'Changed', 'dateTime', '2024-03-11T10:17:25-05:00', 'ISO 8601.'],
  ['orderHistory.count', 'Orders, as the shop says', 'number', 3, 'The shop’s own claim.'],
  ['orderHistory.total', 'Spend, as the shop says', 'number', '222.24', 'The shop’s own claim.'],
  [
    'orderHistory.firstOrderDate',
    'First order, as the shop says',
    'dateTime',
    '2023-01-01T04:00:00-06:00',
    'The shop’s own claim.',
  ],
  [
    'orderHistory.lastOrderDate',
    'Last order, as the shop says',
    'dateTime',
    '2024-03-05T15:40:11-06:00',
    'The shop’s own claim.',
  ],
  ...ofEach('billingAddresses', 'Billing addresses', ADDRESS),
  ...ofEach('shippingAddresses', 'Shipping addresses', ADDRESS),
];

export const CLARITY_PRODUCT: readonly RawLine[] = [
  ['productId', 'Product id', 'text', 'p-77', 'The shop’s id of the product.'],
  ['sku', 'SKU', 'text', 'LT', 'Stock keeping unit.'],
  ['name', 'Name', 'text', 'Linen Towel', 'What it is called.'],
  ['category', 'Category', 'list', 'Bath, Towels', 'From the widest to the narrowest.'],
  ['brand', 'Brand', 'text', 'Acme', 'Name of the brand.'],
  ['price', 'Price', 'number', '50.00', 'What it costs.'],
  ['currency', 'Currency', 'text', 'USD', 'The currency of the price.'],
  ['imageUrl', 'Picture', 'text', 'https://cdn.example.com/towel.jpg', 'Its address.'],
  ['url', 'Page', 'text', 'https://shop.example.com/towel', 'Where shoppers find it.'],
  ['active', 'Active', 'boolean', true, 'On sale now.'],
  ['updatedDate', 'Changed', 'dateTime', '2024-03-11T09:41:00-05:00', 'ISO 8601.'],
];

const PART_ITEM: readonly RawLine[] = [
  ['productId', 'product ids', 'text', 'p-77', 'Nothing for custom items.'],
  ['sku', 'SKUs', 'text', 'S-ORAN', 'Stock keeping units.'],
  ['name', 'names', 'text', 'Linen Towel', 'What it is.'],
  ['quantity', 'quantities', 'number', '2', 'How many.'],
];

export const CLARITY_SHIPMENT: readonly RawLine[] = [
  ['shipmentId', 'Shipment id', 'text', 's-4', 'The shop’s id of the shipment.'],
  ['orderId', 'Order id', 'text', 'o-218', 'The order it belongs to.'],
  ['carrier', 'Carrier', 'text', 'UPS', 'Who carries it.'],
  ['trackingNumber', 'Tracking number', 'text', '1Z999AA10123456784', 'Of the carrier.'],
  ['trackingUrl', 'Tracking page', 'text', 'https://track.example.com/1', 'Of the carrier.'],
  ['shippedDate', 'Shipped', 'dateTime', '2024-03-06T09:00:00-06:00', 'ISO 8601.'],
  ['deliveredDate', 'Delivered', 'dateTime', '2024-03-09T10:12:00-06:00', 'Once it arrived.'],
  ...ofEach('items', 'Items', PART_ITEM),
];

export const CLARITY_RETURN: readonly RawLine[] = [
  ['returnId', 'Return id', 'text', 'r-12', 'The shop’s id of the return.'],
  ['orderId', 'Order id', 'text', 'o-218', 'The order it belongs to.'],
  ['reason', 'Reason', 'text', 'Too small', 'Why it was sent back.'],
  ['status', 'Status', 'text', 'Received', 'The shop’s own word.'],
  ['amount', 'Amount', 'number', '31.34', 'What is paid back for it.'],
  ['currency', 'Currency', 'text', 'USD', 'The currency of the amount.'],
  ['createdDate', 'Requested', 'dateTime', '2024-03-11T04:00:00-05:00', 'ISO 8601.'],
  ['updatedDate', 'Changed', 'dateTime', '2024-03-12T04:00:00-05:00', 'ISO 8601.'],
  ...ofEach('items', 'Items', PART_ITEM),
];

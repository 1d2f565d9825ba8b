/** Fields of BigCommerce's V3 carts, customers and products, as its reference describes them. */
import { ofEach, within, type RawLine } from './rawField.ts';

const COUPON: readonly RawLine[] = [
  ['code', 'code', 'text', 'SAVE5', 'What the shopper typed.'],
  ['id', 'id', 'text', '1', 'Id of the coupon.'],
  ['coupon_type', 'type', 'text', '2', 'Kind of coupon.'],
  ['discounted_amount', 'amount', 'number', 5, 'What it took off.'],
  ['display_name', 'name', 'text', '5 off', 'Name of the coupon.'],
];

export const BIGCOMMERCE_CART: readonly RawLine[] = [
  ['id', 'Cart id', 'text', '09346904', 'Also the id of its checkout.'],
  ['customer_id', 'Customer id', 'number', 11, '0 for a guest.', 'personal'],
  ['channel_id', 'Channel id', 'number', 1, 'The sales channel.'],
  ['email', 'Email', 'text', 'jane@example.com', 'Once it is known.', 'personal'],
  ['currency.code', 'Currency', 'text', 'USD', 'The currency of all amounts.'],
  ['tax_included', 'Prices with tax', 'boolean', false, 'How its prices are meant.'],
  ['base_amount', 'Goods', 'number', 50, 'Before discounts.'],
  ['discount_amount', 'Discounts', 'number', 0, 'Without coupons.'],
  ['manual_discount_amount', 'Manual discount', 'number', 0, 'Given by staff.'],
  ['cart_amount', 'Value', 'number', 45, 'After discounts and coupons.'],
  ['created_time', 'Begun', 'dateTime', '2024-03-05T20:10:00+00:00', 'ISO 8601.'],
  ['updated_time', 'Changed', 'dateTime', '2024-03-05T20:25:00+00:00', 'ISO 8601.'],
  ['locale', 'Language', 'text', 'en', 'The shopper’s language.'],
  ['version', 'Version', 'number', 3, 'Rises with every change.'],
  ...ofEach('coupons', 'Coupons', COUPON),
  ['discounts', 'Discounts', 'items', '1 entry', 'All of them, for roll-ups.'],
];

export const BIGCOMMERCE_CUSTOMER: readonly RawLine[] = [
  ['id', 'Customer id', 'number', 11, 'The shop’s id of the customer.', 'personal'],
  ['email', 'Email', 'text', 'jane@example.com', 'As the customer typed it.', 'personal'],
  ['first_name', 'First name', 'text', 'Jane', 'As the customer typed it.', 'personal'],
  ['last_name', 'Last name', 'text', 'Doe', 'As the customer typed it.', 'personal'],
  ['company', 'Company', 'text', 'Acme', 'As the customer typed it.', 'personal'],
  ['phone', 'Phone', 'text', '5125550100', 'As the customer typed it.', 'personal'],
  ['notes', 'Staff notes', 'text', 'Likes tea', 'Free text of the store.', 'personal'],
  ['tax_exempt_category', 'Tax exemption', 'text', 'RESELLER', 'Category of the exemption.'],
  ['customer_group_id', 'Customer group id', 'number', 2, '0 for no group.'],
  ['date_created', 'Registered', 'dateTime', '2023-11-13T21:42:06Z', 'ISO 8601.'],
  ['date_modified', 'Changed', 'dateTime', '2024-03-11T15:17:25Z', 'ISO 8601.'],
  ['address_count', 'Addresses', 'number', 1, 'How many the customer keeps.'],
  ['attribute_count', 'Attributes', 'number', 1, 'How many values there are.'],
  ['origin_channel_id', 'First channel id', 'number', 1, 'Where the customer registered.'],
  ['channel_ids', 'Channel ids', 'list', '1', 'Where the customer may sign in.'],
  [
    'accepts_product_review_abandoned_cart_emails',
    'Accepts cart mails',
    'boolean',
    true,
    'May be sent review and abandoned cart mails by the store.',
    'personal',
  ],
];

const FIELD: readonly RawLine[] = [
  ['id', 'id', 'number', 6, 'Id of the custom field.'],
  ['name', 'name', 'text', 'Fabric', 'What the store calls it.'],
  ['value', 'value', 'text', 'Linen', 'What the store says.'],
];

const PICTURE: readonly RawLine[] = [
  ['id', 'id', 'number', 301, 'Id of the picture.'],
  ['product_id', 'product id', 'number', 77, 'The product it shows.'],
  ['is_thumbnail', 'main picture', 'boolean', true, 'Shown in lists.'],
  ['sort_order', 'position', 'number', 0, 'Among all pictures.'],
  ['description', 'description', 'text', 'On a chair', 'For those who cannot see it.'],
  ['image_file', 'file', 'text', 't/towel.jpg', 'Name of the file.'],
  ['url_zoom', 'largest size', 'text', 'https://cdn.example.com/z.jpg', 'Address of the picture.'],
  [
    'url_standard',
    'usual size',
    'text',
    'https://cdn.example.com/s.jpg',
    'Address of the picture.',
  ],
  [
    'url_thumbnail',
    'small size',
    'text',
    'https://cdn.example.com/t.jpg',
    'Address of the picture.',
  ],
  ['url_tiny', 'smallest size', 'text', 'https://cdn.example.com/y.jpg', 'Address of the picture.'],
  ['date_modified', 'changed', 'dateTime', '2023-08-15T14:49:05+00:00', 'ISO 8601.'],
];

export const BIGCOMMERCE_PRODUCT: readonly RawLine[] = [
  ['id', 'Product id', 'number', 77, 'The shop’s id of the product.'],
  ['name', 'Name', 'text', 'Linen Towel', 'What it is called.'],
  ['sku', 'SKU', 'text', 'LT', 'Stock keeping unit.'],
  ['type', 'Type', 'text', 'physical', 'physical or digital.'],
  ['brand_id', 'Brand id', 'number', 37, '0 without a brand.'],
  ['categories', 'Category ids', 'list', '36', 'Ids of its categories.'],
  ['price', 'Price', 'number', 50, 'In the store’s currency.'],
  ['cost_price', 'Cost price', 'number', 20, 'What it costs the store.'],
  ['retail_price', 'Retail price', 'number', 0, 'As recommended; 0 for none.'],
  ['sale_price', 'Sale price', 'number', 0, '0 when it is not on sale.'],
  ['calculated_price', 'Price to pay', 'number', 50, 'The sale price where there is one.'],
  ['upc', 'UPC', 'text', '4006381333931', 'The number printed on the product.'],
  ['mpn', 'MPN', 'text', 'LT-1', 'The manufacturer’s part number.'],
  ['gtin', 'GTIN', 'text', '4006381333931', 'The global trade item number.'],
  ['weight', 'Weight', 'number', 1, 'In the store’s unit.'],
  ['condition', 'Condition', 'text', 'New', 'New, Used or Refurbished.'],
  ['availability', 'Availability', 'text', 'available', 'available, disabled or preorder.'],
  ['inventory_level', 'Stock', 'number', 100, 'At the default location.'],
  ['is_visible', 'Visible', 'boolean', true, 'Shown in the store.'],
  ['is_featured', 'Featured', 'boolean', false, 'Shown first.'],
  ['is_free_shipping', 'Free shipping', 'boolean', false, 'Sent at no cost.'],
  ['date_created', 'Created', 'dateTime', '2023-08-15T14:49:05+00:00', 'ISO 8601.'],
  ['date_modified', 'Changed', 'dateTime', '2024-03-11T14:41:00+00:00', 'ISO 8601.'],
  ['custom_url.url', 'Path of its page', 'text', '/linen-towel/', 'Without the store’s address.'],
  ['custom_url.is_customized', 'Path was chosen', 'boolean', false, 'Not made from its name.'],
  ...ofEach('custom_fields', 'Custom fields', FIELD),
  ...within('primary_image', 'Main picture', PICTURE),
];

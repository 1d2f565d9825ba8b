/**
 * The fields of a record, as the contract that Cartbridge publishes names them
 * (docs/clarity-events.md). Paths of a list's items hold the list's name with `[]`.
 */
const ADDRESS = 'name company line1 line2 city region postalCode country phone isDefault'.split(
  ' ',
);
const LINE = (
  'lineId productId sku name category brand quantity unitPrice extendedPrice imageUrl productUrl ' +
  'options refundedQuantity'
).split(' ');
const PART_ITEM = 'lineId productId sku name quantity'.split(' ');

const FIELDS = {
  customer: [
    ...(
      'customerId firstName lastName email phone accountStatus loyaltyPoints companyId companyName ' +
      'parentCompanyId emailConsent cartMailConsent customerGroup locale currency createdDate ' +
      'updatedDate mergedCustomerIds'
    ).split(' '),
    ...each('shippingAddresses', ADDRESS),
    ...each('billingAddresses', ADDRESS),
  ],
  order: [
    ...(
      'orderId orderNumber customerId email firstName lastName orderDate totalAmount currency ' +
      'exchangeRate subTotal tax shipping fees discount refundedAmount status statusLabel ' +
      'purchaseOrderNumber cartId channel archived updatedDate'
    ).split(' '),
    ...within('billing', ADDRESS),
    ...within('shippingAddress', ADDRESS),
    ...each('lineItems', LINE),
  ],
  cart: [
    ...(
      'cartId kind customerId email firstName lastName total currency recoveryUrl createdDate ' +
      'lastModified orderId'
    ).split(' '),
    ...each('items', LINE),
  ],
  product:
    'productId sku name category brand price currency imageUrl url active createdDate updatedDate'.split(
      ' ',
    ),
  inventory: 'productId sku location onHand available updatedDate'.split(' '),
  shipment: [
    ...'shipmentId orderId carrier trackingNumber trackingUrl shippedDate deliveredDate updatedDate'.split(
      ' ',
    ),
    ...each('items', PART_ITEM),
  ],
  return: [
    ...'returnId orderId reason status amount currency createdDate updatedDate'.split(' '),
    ...each('items', PART_ITEM),
  ],
} satisfies Record<string, string[]>;

/** A kind of record of the contract. */
export type ContractKind = keyof typeof FIELDS;

/** Every field by its kind: `order.totalAmount`, `order.lineItems`, `order.lineItems[].sku`. */
export const CONTRACT_FIELDS: ReadonlySet<string> = new Set(
  Object.entries(FIELDS).flatMap(([kind, names]) => names.map((name) => `${kind}.${name}`)),
);

function each(list: string, names: string[]): string[] {
  return [list, ...names.map((name) => `${list}[].${name}`)];
}

function within(part: string, names: string[]): string[] {
  return [part, ...names.map((name) => `${part}.${name}`)];
}

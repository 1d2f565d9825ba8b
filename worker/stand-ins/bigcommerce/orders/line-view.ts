import { text, units } from '../money.ts';
import { lineExTax, lineIncTax } from './amounts.ts';
import type { OrderLine, OrderRow } from './order-row.ts';

const ZERO = '0.0000';

/** One order product of v2, and of consignments that include their line items. */
export function lineView(order: OrderRow, line: OrderLine): Record<string, unknown> {
  const tax = units(line.priceIncTax) - units(line.priceExTax);
  return {
    id: line.id,
    order_id: order.id,
    product_id: line.productId,
    variant_id: line.variantId,
    order_pickup_method_id: 0,
    order_address_id: order.shippingTo[0]?.id ?? 0,
    name: line.name,
    name_customer: line.name,
    name_merchant: line.name,
    sku: line.sku,
    upc: '',
    type: line.type,
    base_price: line.priceExTax,
    price_ex_tax: line.priceExTax,
    price_inc_tax: line.priceIncTax,
    price_tax: text(tax),
    base_total: text(lineExTax(line)),
    total_ex_tax: text(lineExTax(line)),
    total_inc_tax: text(lineIncTax(line)),
    total_tax: text(lineIncTax(line) - lineExTax(line)),
    quantity: line.quantity,
    quantity_shipped: line.quantityShipped,
    quantity_refunded: line.quantityRefunded,
    base_cost_price: ZERO,
    cost_price_ex_tax: ZERO,
    cost_price_inc_tax: ZERO,
    cost_price_tax: ZERO,
    weight: text(units(line.weight)),
    width: ZERO,
    height: ZERO,
    depth: ZERO,
    is_refunded: line.quantityRefunded >= line.quantity,
    // Deprecated in the original, and always zero there.
    refund_amount: ZERO,
    return_id: 0,
    wrapping_id: 0,
    wrapping_name: '',
    base_wrapping_cost: ZERO,
    wrapping_cost_ex_tax: ZERO,
    wrapping_cost_inc_tax: ZERO,
    wrapping_cost_tax: ZERO,
    wrapping_message: '',
    event_name: null,
    event_date: '',
    fixed_shipping_cost: ZERO,
    option_set_id: null,
    parent_order_product_id: null,
    is_bundled_product: false,
    bin_picking_number: '',
    brand: line.brand,
    external_id: null,
    gift_certificate_id: null,
    discounted_total_inc_tax: text(lineIncTax(line)),
    applied_discounts: [],
    product_options: line.options.map((option) => optionView(line, option)),
    configurable_fields: [],
  };
}

function optionView(line: OrderLine, option: OrderLine['options'][number]): object {
  return {
    id: option.valueId,
    option_id: option.valueId,
    order_product_id: line.id,
    product_option_id: option.valueId,
    display_name: option.name,
    display_name_customer: option.name,
    display_name_merchant: option.name,
    display_value: option.value,
    display_value_customer: option.value,
    display_value_merchant: option.value,
    value: String(option.valueId),
    type: 'Multiple choice',
    name: option.name,
    display_style: 'Rectangle',
  };
}

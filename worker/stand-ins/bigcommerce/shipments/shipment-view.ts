import { rfc2822 } from '../dates.ts';
import { PROVIDERS } from './shipment-bodies.ts';
import type { ShipmentRow } from './shipment-row.ts';

/** The v2 shipment. Its items name the order's lines and products, and nothing more of them. */
export function shipmentView(row: ShipmentRow): object {
  return {
    id: row.id,
    order_id: row.orderId,
    customer_id: row.customerId,
    order_address_id: row.orderAddressId,
    date_created: rfc2822(row.createdAt),
    tracking_number: row.trackingNumber,
    merchant_shipping_cost: row.merchantCost,
    shipping_method: row.method,
    comments: row.comments,
    shipping_provider: row.provider,
    tracking_carrier: row.trackingCarrier,
    tracking_link: row.trackingLink,
    billing_address: row.billing,
    shipping_address: row.shippingTo,
    items: row.items.map(({ lineId, productId, quantity }) => ({
      order_product_id: lineId,
      product_id: productId,
      quantity,
    })),
    shipping_provider_display_name: PROVIDERS[row.provider] ?? '',
    generated_tracking_link: generatedLink(row),
  };
}

function generatedLink({ provider, trackingNumber }: ShipmentRow): string {
  if (provider === '' || trackingNumber === '') return '';
  return `https://tracking.example.com/${provider}/${encodeURIComponent(trackingNumber)}`;
}

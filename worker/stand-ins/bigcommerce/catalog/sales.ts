import type { OrderLine } from '../orders/order-row.ts';
import { nowOf, type Shop } from '../shop.ts';

/** A sale counts up `total_sold` and takes from the stock: product hooks follow each order. */
export function recordSale(shop: Shop, lines: OrderLine[]): void {
  for (const line of lines) {
    const product = shop.rows.products.get(String(line.productId));
    if (!product) continue;
    const tracked = product.inventoryTracking === 'product';
    shop.rows.products.set(String(product.id), {
      ...product,
      totalSold: product.totalSold + line.quantity,
      inventoryLevel: tracked
        ? Math.max(product.inventoryLevel - line.quantity, 0)
        : product.inventoryLevel,
      modifiedAt: nowOf(shop),
    });
    shop.emit('store/product/updated', { type: 'product', id: product.id });
    if (!tracked) continue;
    shop.emit('store/product/inventory/order/updated', {
      type: 'product',
      id: product.id,
      inventory: { product_id: product.id, method: 'relative', value: -line.quantity },
    });
  }
}

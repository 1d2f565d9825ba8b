import type { OrderLine } from '../orders/order-row.ts';
import type { Shop } from '../shop.ts';
import { takeStock } from './stock.ts';

/** A sale counts up `total_sold` and takes from the stock: product hooks follow each order. */
export function recordSale(shop: Shop, lines: OrderLine[]): void {
  for (const line of lines) {
    const product = shop.rows.products.get(String(line.productId));
    if (!product) continue;
    takeStock(shop, { ...product, totalSold: product.totalSold + line.quantity }, line);
  }
}

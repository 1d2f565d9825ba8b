import { given } from '../../kit/given.ts';
import { productOf } from '../records/find.ts';
import { SHOP_CURRENCY, text, units } from '../records/money.ts';
import { about, saveInventory, saveProduct } from '../records/save.ts';
import { nowOf, type Shop } from '../shop.ts';
import type { AddProduct, ChangeProduct, ChangeStock } from './order-wishes.ts';

/** What the shop's staff do in the catalogue. */
export interface Goods {
  /** Returns the new product's id. */
  addProduct(product: AddProduct): string;
  changeStock(change: ChangeStock): void;
  changeProduct(change: ChangeProduct): void;
  deleteProduct(productId: string): void;
}

export const MAIN_LOCATION = 'main';

export function createGoods(shop: Shop): Goods {
  function changeStock({ productId, location, onHand, available = onHand }: ChangeStock): void {
    const { sku } = productOf(shop, productId);
    const place = location ?? MAIN_LOCATION;
    saveInventory(shop, { productId, sku, location: place, onHand, available, updatedDate: '' });
  }

  return {
    addProduct({ price, stock, category = [], brand = null, ...product }) {
      const productId = String(shop.next('product', 200));
      const slug = product.name.toLowerCase().replaceAll(' ', '-');
      const now = nowOf(shop);
      saveProduct(
        shop,
        {
          ...{ productId, ...product, category, brand },
          ...{ price: text(units(price)), currency: SHOP_CURRENCY },
          imageUrl: `https://cdn.example.com/products/${slug}.jpg`,
          url: `https://clarity.example.com/${slug}`,
          ...{ active: true, createdDate: now, updatedDate: now },
        },
        'product.created',
      );
      if (stock !== undefined) changeStock({ productId, onHand: stock });
      return productId;
    },
    changeStock,
    changeProduct({ productId, price, ...change }) {
      const product = productOf(shop, productId);
      const changed = given({ ...change, price: price && text(units(price)) });
      saveProduct(shop, { ...product, ...changed }, 'product.updated');
    },
    deleteProduct(productId) {
      productOf(shop, productId);
      shop.rows.products.delete(productId);
      for (const row of shop.rows.inventory.values()) {
        if (row.productId === productId) {
          shop.rows.inventory.delete(`${productId}:${row.location}`);
        }
      }
      const deletedDate = nowOf(shop);
      const data = { productId, deletedDate };
      shop.emit('product.deleted', about('product', productId, deletedDate), data);
    },
  };
}

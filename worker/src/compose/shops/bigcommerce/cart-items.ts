import { add, multiply, parse, type Money } from '../../../shared/money.ts';
import type { CartItem } from '../../canonical.ts';
import type { CartAnswer, CatalogItem, CustomItem, GiftCertificate } from './cart-shape.ts';

/** All lines of a cart; the parts of a bundle are told as the line they were put in with. */
export function cartItems({ line_items }: CartAnswer): CartItem[] {
  const catalog = [...(line_items.physical_items ?? []), ...(line_items.digital_items ?? [])];
  const ids = new Set(catalog.map((item) => item.id));
  const isPart = (item: CatalogItem): boolean =>
    item.parent_id !== null && item.parent_id !== item.id && ids.has(item.parent_id);
  return [
    ...catalog.filter((item) => !isPart(item)).map((item) => catalogItem(item, catalog)),
    ...(line_items.custom_items ?? []).map(customItem),
    ...(line_items.gift_certificates ?? []).map(giftCertificate),
  ];
}

function catalogItem(item: CatalogItem, all: CatalogItem[]): CartItem {
  const parts = all.filter((other) => other.parent_id === item.id && other !== item);
  return {
    id: item.id,
    productId: item.product_id,
    name: item.name ?? item.sku ?? 'Item',
    sku: item.sku,
    quantity: item.quantity,
    unitPrice: item.sale_price ?? item.list_price ?? parse(0),
    total: add(lineTotal(item), ...parts.map(lineTotal)),
    imageUrl: item.image_url,
    url: item.url,
    raw: item.raw,
  };
}

function lineTotal(item: CatalogItem): Money {
  const unitPrice = item.sale_price ?? item.list_price ?? parse(0);
  return item.extended_sale_price ?? item.extended_list_price ?? multiply(unitPrice, item.quantity);
}

function customItem(item: CustomItem): CartItem {
  return {
    id: item.id,
    productId: null,
    name: item.name ?? item.sku ?? 'Item',
    sku: item.sku,
    quantity: item.quantity,
    unitPrice: item.list_price,
    total: item.extended_list_price ?? multiply(item.list_price, item.quantity),
    imageUrl: item.image_url,
    url: null,
    raw: item.raw,
  };
}

function giftCertificate({ id, name, amount }: GiftCertificate): CartItem {
  return {
    id,
    productId: null,
    name: name ?? 'Gift certificate',
    sku: null,
    quantity: parse(1),
    unitPrice: amount,
    total: amount,
    imageUrl: null,
    url: null,
    // It names the people it is from and for.
    raw: null,
  };
}

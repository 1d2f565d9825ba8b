import { isoOffset } from '../dates.ts';
import { decimal, units } from '../money.ts';
import type { ProductRow, VariantRow } from './catalog-rows.ts';

type View = { id: number } & Record<string, unknown>;

/** The v3 product: money as numbers; `include` adds what hangs on it. */
export function productView(product: ProductRow, include: string[]): View {
  const price = decimal(units(product.price));
  const salePrice = decimal(units(product.salePrice));
  return {
    id: product.id,
    name: product.name,
    type: product.type,
    sku: product.sku,
    description: product.description,
    weight: product.weight,
    price,
    cost_price: 0,
    retail_price: 0,
    sale_price: salePrice,
    map_price: 0,
    calculated_price: salePrice > 0 ? salePrice : price,
    tax_class_id: 0,
    categories: product.categories,
    brand_id: product.brandId,
    base_variant_id: product.variants.length === 1 ? product.variants[0]?.id : null,
    inventory_level: product.inventoryLevel,
    inventory_warning_level: 0,
    inventory_tracking: product.inventoryTracking,
    is_visible: product.isVisible,
    is_featured: false,
    is_free_shipping: false,
    is_price_hidden: false,
    is_preorder_only: false,
    related_products: [-1],
    availability: 'available',
    condition: 'New',
    upc: '',
    mpn: '',
    gtin: '',
    warranty: '',
    search_keywords: '',
    page_title: '',
    meta_keywords: [],
    meta_description: '',
    total_sold: product.totalSold,
    reviews_count: 0,
    reviews_rating_sum: 0,
    custom_url: { url: product.path, is_customized: false },
    date_created: isoOffset(product.createdAt),
    date_modified: isoOffset(product.modifiedAt),
    ...(include.includes('images') && { images: [imageView(product)] }),
    ...(include.includes('primary_image') && { primary_image: imageView(product) }),
    ...(include.includes('custom_fields') && { custom_fields: product.customFields }),
    ...(include.includes('variants') && {
      variants: product.variants.map((variant) => variantView(product, variant)),
    }),
  };
}

function imageView(product: ProductRow): object {
  return {
    id: 1000 + product.id,
    product_id: product.id,
    is_thumbnail: true,
    sort_order: 0,
    description: '',
    image_file: product.imageUrl.split('/').at(-1),
    url_zoom: product.imageUrl,
    url_standard: product.imageUrl,
    url_thumbnail: product.imageUrl,
    url_tiny: product.imageUrl,
    date_modified: isoOffset(product.createdAt),
  };
}

export function variantView(product: ProductRow, variant: VariantRow): object {
  const price = variant.price === null ? null : decimal(units(variant.price));
  return {
    id: variant.id,
    product_id: product.id,
    sku: variant.sku,
    sku_id: variant.id,
    price,
    calculated_price: price ?? decimal(units(product.price)),
    sale_price: null,
    cost_price: null,
    inventory_level: variantLevel(product, variant),
    inventory_warning_level: 0,
    purchasing_disabled: false,
    image_url: '',
    upc: '',
    mpn: '',
    gtin: '',
    option_values: variant.optionName
      ? [
          {
            id: variant.optionValueId,
            label: variant.optionValue,
            option_id: variant.optionValueId,
            option_display_name: variant.optionName,
          },
        ]
      : [],
  };
}

function variantLevel(product: ProductRow, variant: VariantRow): number {
  return product.inventoryTracking === 'variant' ? variant.inventoryLevel : product.inventoryLevel;
}

/** `include_fields=name,price` keeps these and the id. */
export function onlyFields(view: View, fields: string[] | undefined): object {
  if (!fields) return view;
  return Object.fromEntries(
    Object.entries(view).filter(([name]) => name === 'id' || fields.includes(name)),
  );
}

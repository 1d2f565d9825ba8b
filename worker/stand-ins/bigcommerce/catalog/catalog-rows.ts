/** A product as it is kept; money as text in the store's default currency. */
export interface ProductRow {
  id: number;
  name: string;
  type: 'physical' | 'digital';
  sku: string;
  description: string;
  price: string;
  salePrice: string;
  weight: number;
  categories: number[];
  /** 0 for none. */
  brandId: number;
  brandName: string;
  inventoryTracking: 'none' | 'product' | 'variant';
  inventoryLevel: number;
  isVisible: boolean;
  totalSold: number;
  /** Path only: "/linen-towel/". */
  path: string;
  imageUrl: string;
  customFields: { id: number; name: string; value: string }[];
  variants: VariantRow[];
  createdAt: string;
  modifiedAt: string;
}

export interface VariantRow {
  id: number;
  sku: string;
  /** Null takes the product's. */
  price: string | null;
  optionName: string;
  optionValue: string;
  optionValueId: number;
  /** Counts where the product's stock is kept by variants. */
  inventoryLevel: number;
}

export interface BrandRow {
  id: number;
  name: string;
}

export interface CategoryRow {
  category_id: number;
  category_uuid: string;
  tree_id: number;
  parent_id: number;
  name: string;
  description: string;
  is_visible: boolean;
  sort_order: number;
  url: { path: string; is_customized: boolean };
  image_url: string;
}

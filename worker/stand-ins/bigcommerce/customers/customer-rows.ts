export interface CustomerRow {
  id: number;
  email: string;
  first_name: string;
  last_name: string;
  company: string;
  phone: string;
  notes: string;
  tax_exempt_category: string;
  /** 0 for none. */
  customer_group_id: number;
  accepts_product_review_abandoned_cart_emails: boolean;
  origin_channel_id: number;
  /** Null for all channels. */
  channel_ids: number[] | null;
  form_fields: { name: string; value: string }[];
  store_credit: number;
  createdAt: string;
  modifiedAt: string;
}

export interface AddressRow {
  id: number;
  customer_id: number;
  first_name: string;
  last_name: string;
  company: string;
  address1: string;
  address2: string;
  city: string;
  state_or_province: string;
  postal_code: string;
  country: string;
  country_code: string;
  phone: string;
  address_type: 'residential' | 'commercial';
}

export interface AttributeRow {
  id: number;
  name: string;
  type: 'string' | 'number' | 'date';
  createdAt: string;
  modifiedAt: string;
}

export interface AttributeValueRow {
  id: number;
  attribute_id: number;
  attribute_value: string;
  customer_id: number;
  createdAt: string;
  modifiedAt: string;
}

export interface GroupRow {
  id: number;
  name: string;
  isDefault: boolean;
  /** Percent off everything, such as "5.0000"; empty for none. */
  discountPercent: string;
  createdAt: string;
  modifiedAt: string;
}

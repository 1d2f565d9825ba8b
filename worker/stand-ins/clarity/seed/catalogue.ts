/** A small home-goods shop: what a product needs beyond its defaults. */
export interface SeedProduct {
  id: string;
  name: string;
  sku: string;
  price: string;
  /** From the top down. */
  category: string[];
  brand: string | null;
  /** None: the shop keeps no stock of it. */
  stock?: number;
}

const product = (
  id: string,
  name: string,
  sku: string,
  price: string,
  place: { category: string[]; brand?: string; stock?: number },
): SeedProduct => ({ id, name, sku, price, brand: null, ...place });

const BATH = ['Home', 'Bath'];
const KITCHEN = ['Home', 'Kitchen'];
const GARDEN = ['Garden'];
const LIVING = ['Home', 'Living'];

/** The same goods under the same ids and prices as in the other local shop, so that stories fit both. */
export const SEED_PRODUCTS: SeedProduct[] = [
  product('77', 'Linen Towel', 'LT', '49.95', { category: BATH, brand: 'Acme' }),
  product('80', 'Olive Oil Soap', 'OS-1', '6.49', { category: BATH, brand: 'Acme', stock: 400 }),
  product('81', 'Cotton Bath Mat', 'BM-2', '29.00', { category: BATH, brand: 'Acme', stock: 60 }),
  product('86', 'Cast Iron Pan', 'CP-26', '84.90', { category: KITCHEN, brand: 'Acme', stock: 35 }),
  product('88', 'Oak Chopping Board', 'CB-1', '34.99', { category: KITCHEN, stock: 80 }),
  product('93', 'Stoneware Mug', 'SM-3', '14.25', { category: KITCHEN, brand: 'Acme', stock: 250 }),
  product('94', 'Terracotta Planter', 'TP-4', '24.50', { category: GARDEN, stock: 90 }),
  product('97', 'Watering Can', 'WC-9', '32.00', { category: GARDEN, brand: 'Acme', stock: 45 }),
  product('98', 'Herb Seed Box', 'HS-6', '11.95', { category: GARDEN, stock: 300 }),
  product('103', 'Wool Blanket', 'WB-1', '119.00', { category: LIVING, brand: 'Acme', stock: 25 }),
  product('104', 'Beeswax Candle', 'BC-2', '18.75', { category: LIVING, stock: 150 }),
  product('107', 'House Plant Guide', 'PG-PDF', '9.99', { category: GARDEN }),
];

export const SEED_CUSTOMERS = [
  { firstName: 'Jane', lastName: 'Doe', company: 'Acme', city: 'Austin', region: 'TX' },
  { firstName: 'John', lastName: 'Roe', city: 'Denver', region: 'CO' },
  { firstName: 'Mary', lastName: 'Major', city: 'Portland', region: 'OR' },
];

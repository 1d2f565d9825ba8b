/** A small home-goods shop: what a product row needs beyond its defaults. */
export interface SeedProduct {
  id: number;
  name: string;
  sku: string;
  price: string;
  salePrice?: string;
  category: number;
  weight: number;
  stock?: number;
  /** One variant for each. */
  sizes?: string[];
  digital?: boolean;
}

export const SEED_BRAND = { id: 37, name: 'Acme' };

export const SEED_CATEGORIES = [
  { id: 23, name: 'Bath' },
  { id: 24, name: 'Kitchen' },
  { id: 25, name: 'Garden' },
  { id: 26, name: 'Living' },
];

export const SEED_PRODUCTS: SeedProduct[] = [
  {
    id: 77,
    name: 'Linen Towel',
    sku: 'LT',
    price: '49.95',
    category: 23,
    weight: 1,
    sizes: ['S', 'M', 'L'],
  },
  {
    id: 80,
    name: 'Olive Oil Soap',
    sku: 'OS-1',
    price: '6.49',
    category: 23,
    weight: 0.2,
    stock: 400,
  },
  {
    id: 81,
    name: 'Cotton Bath Mat',
    sku: 'BM-2',
    price: '29',
    category: 23,
    weight: 1.4,
    stock: 60,
  },
  {
    id: 86,
    name: 'Cast Iron Pan',
    sku: 'CP-26',
    price: '84.9',
    category: 24,
    weight: 2.8,
    stock: 35,
  },
  {
    id: 88,
    name: 'Oak Chopping Board',
    sku: 'CB-1',
    price: '39.99',
    salePrice: '34.99',
    category: 24,
    weight: 1.9,
    stock: 80,
  },
  {
    id: 93,
    name: 'Stoneware Mug',
    sku: 'SM-3',
    price: '14.25',
    category: 24,
    weight: 0.4,
    stock: 250,
  },
  {
    id: 94,
    name: 'Terracotta Planter',
    sku: 'TP-4',
    price: '24.5',
    category: 25,
    weight: 3,
    stock: 90,
  },
  { id: 97, name: 'Watering Can', sku: 'WC-9', price: '32', category: 25, weight: 1.1, stock: 45 },
  {
    id: 98,
    name: 'Herb Seed Box',
    sku: 'HS-6',
    price: '11.95',
    category: 25,
    weight: 0.3,
    stock: 300,
  },
  {
    id: 103,
    name: 'Wool Blanket',
    sku: 'WB-1',
    price: '119',
    category: 26,
    weight: 1.6,
    stock: 25,
  },
  {
    id: 104,
    name: 'Beeswax Candle',
    sku: 'BC-2',
    price: '18.75',
    category: 26,
    weight: 0.5,
    stock: 150,
  },
  {
    id: 107,
    name: 'House Plant Guide',
    sku: 'PG-PDF',
    price: '9.99',
    category: 25,
    weight: 0,
    digital: true,
  },
];

export const SEED_GROUPS = [
  { id: 1, name: 'Retail', isDefault: true, discountPercent: '' },
  { id: 2, name: 'Wholesale', isDefault: false, discountPercent: '10.0000' },
  { id: 3, name: 'VIP', isDefault: false, discountPercent: '5.0000' },
];

export const SEED_CUSTOMERS = [
  { first: 'Jane', last: 'Doe', company: 'Acme', city: 'Austin', state: 'Texas', zip: '78701' },
  { first: 'John', last: 'Roe', company: '', city: 'Denver', state: 'Colorado', zip: '80202' },
  { first: 'Mary', last: 'Major', company: '', city: 'Portland', state: 'Oregon', zip: '97201' },
];

import { SHOP_CURRENCY } from '../records/money.ts';
import type { Customer } from '../records/records.ts';
import { MAIN_LOCATION } from '../shoppers/goods.ts';
import { addressOf, newCustomer } from '../shoppers/people.ts';
import { nowOf, type Shop } from '../shop.ts';
import { SEED_CUSTOMERS, SEED_PRODUCTS, type SeedProduct } from './catalogue.ts';

const OPENED = '2023-08-15T14:49:05.000Z';

/** Fills an empty shop. Nothing of it is told: it was there before anybody listened. */
export function seedShop(shop: Shop): void {
  for (const product of SEED_PRODUCTS) seedProduct(shop, product);
  SEED_CUSTOMERS.forEach((person, index) => {
    const customer = seedCustomer(shop, `C-${index + 1}`, person);
    shop.rows.customers.set(customer.customerId, customer);
  });
}

function seedProduct(shop: Shop, { id, name, sku, price, category, brand, stock }: SeedProduct) {
  const slug = name.toLowerCase().replaceAll(' ', '-');
  shop.rows.products.set(id, {
    ...{ productId: id, sku, name, category, brand, price, currency: SHOP_CURRENCY },
    imageUrl: `https://cdn.example.com/products/${slug}.jpg`,
    url: `https://clarity.example.com/${slug}`,
    ...{ active: true, createdDate: OPENED, updatedDate: OPENED },
  });
  if (stock === undefined) return;
  shop.rows.inventory.set(`${id}:${MAIN_LOCATION}`, {
    ...{ productId: id, sku, location: MAIN_LOCATION },
    ...{ onHand: stock, available: stock, updatedDate: OPENED },
  });
}

function seedCustomer(
  shop: Shop,
  customerId: string,
  { company, city, region, ...names }: (typeof SEED_CUSTOMERS)[number],
): Customer {
  const address = addressOf({ name: `${names.firstName} ${names.lastName}`, city, region });
  return {
    ...newCustomer(shop, customerId, `${names.firstName.toLowerCase()}@example.com`),
    ...names,
    phone: '+1 512 555 0100',
    ...(company && { companyId: 'acme', companyName: company, customerGroup: 'Wholesale' }),
    ...{ billingAddresses: [address], shippingAddresses: [address] },
    ...{ emailConsent: true, cartMailConsent: true },
    ...{ createdDate: OPENED, updatedDate: nowOf(shop) },
  };
}

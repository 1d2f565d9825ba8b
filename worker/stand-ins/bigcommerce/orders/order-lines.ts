import { Refusal } from '../api/answers.ts';
import { convert, currencyOf, STORE_CURRENCY } from '../currencies.ts';
import { units } from '../money.ts';
import type { ProductRow } from '../catalog/catalog-rows.ts';
import type { Shop } from '../shop.ts';
import { bothPrices } from './amounts.ts';
import type { LineBody } from './order-body.ts';
import type { OrderLine } from './order-row.ts';

/** A product's price in a currency, ten-thousandths without tax; the sale price wins. */
export function priceOf(product: ProductRow, variantId: number, currency: string): bigint {
  const variant = product.variants.find((one) => one.id === variantId);
  const sale = units(product.salePrice);
  const price = variant?.price ? units(variant.price) : sale > 0n ? sale : units(product.price);
  const target = currencyOf(currency);
  return target && currency !== STORE_CURRENCY ? convert(price, target) : price;
}

/** A new line from what a client sent: a product of the catalogue, or a custom one with its price. */
export function newLine(shop: Shop, body: LineBody, currency: string): OrderLine {
  const given = (amount: string | number | undefined): bigint | undefined =>
    amount === undefined ? undefined : units(amount);
  const exTax = given(body.price_ex_tax);
  const incTax = given(body.price_inc_tax);
  const priced = exTax !== undefined || incTax !== undefined;
  const id = shop.next('order line', 1);
  const quantity = body.quantity ?? 1;
  if (!body.product_id) {
    if (!body.name || !priced) throw new Refusal(400, "The field 'products' is invalid.");
    return {
      ...CUSTOM,
      id,
      name: body.name,
      sku: body.sku ?? '',
      quantity,
      ...bothPrices(exTax, incTax, currency),
    };
  }
  const product = shop.rows.products.get(String(body.product_id));
  if (!product) throw new Refusal(400, "The field 'product_id' is invalid.");
  const variant =
    product.variants.find((one) => one.id === body.variant_id) ?? product.variants.at(0);
  const variantId = variant?.id ?? 0;
  return {
    id,
    productId: product.id,
    variantId,
    name: body.name ?? product.name,
    sku: body.sku ?? variant?.sku ?? product.sku,
    brand: product.brandName,
    type: product.type,
    weight: product.weight,
    quantity,
    quantityShipped: 0,
    quantityRefunded: 0,
    ...bothPrices(priced ? exTax : priceOf(product, variantId, currency), incTax, currency),
    options: variant?.optionName
      ? [{ name: variant.optionName, value: variant.optionValue, valueId: variant.optionValueId }]
      : [],
  };
}

const CUSTOM: Omit<OrderLine, 'id' | 'name' | 'sku' | 'quantity' | 'priceExTax' | 'priceIncTax'> = {
  productId: 0,
  variantId: 0,
  brand: '',
  type: 'physical',
  weight: 0,
  quantityShipped: 0,
  quantityRefunded: 0,
  options: [],
};

/** The order's lines after a PUT: without an id added, with one changed, with quantity 0 removed. */
export function changedLines(
  shop: Shop,
  lines: OrderLine[],
  bodies: LineBody[],
  currency: string,
): OrderLine[] {
  let result = lines;
  for (const body of bodies) {
    const line = lines.find((one) => one.id === body.id);
    if (body.id === undefined) result = [...result, newLine(shop, body, currency)];
    else if (!line) throw new Refusal(400, "The field 'products' is invalid.");
    else if (body.quantity === 0) result = result.filter((one) => one.id !== body.id);
    else result = result.map((one) => (one === line ? changedLine(line, body, currency) : one));
  }
  return result;
}

function changedLine(line: OrderLine, body: LineBody, currency: string): OrderLine {
  const ex = body.price_ex_tax;
  const inc = body.price_inc_tax;
  const repriced = ex !== undefined || inc !== undefined;
  return {
    ...line,
    name: body.name ?? line.name,
    quantity: body.quantity ?? line.quantity,
    ...(repriced &&
      bothPrices(
        ex === undefined ? undefined : units(ex),
        inc === undefined ? undefined : units(inc),
        currency,
      )),
  };
}

import express, { type Request, type Router } from 'express';
import { answerData, notFound, read } from '../api/answers.ts';
import { answerPage } from '../api/pages.ts';
import { between, listQuery, query } from '../api/query.ts';
import type { Shop } from '../shop.ts';
import { createBrand, newBrand } from './brands.ts';
import type { ProductRow } from './catalog-rows.ts';
import { onlyFields, productView, variantView } from './product-view.ts';
import {
  changeProduct,
  createProduct,
  deleteProduct,
  newProduct,
  productBody,
} from './products.ts';
import { setVariantStock, variantBody } from './stock.ts';

/** The v3 catalogue: products and the categories of the one tree. */
export function catalogRoutes(shop: Shop): Router {
  const { rows } = shop;
  const routes = express.Router();

  function one(request: Request): ProductRow {
    const product = rows.products.get(String(request.params.id));
    if (!product) throw notFound();
    return product;
  }

  function view(request: Request, product: ProductRow): object {
    const include = query(request, 'include')?.split(',') ?? [];
    const fields = query(request, 'include_fields')?.split(',');
    return onlyFields(productView(product, include), fields && [...fields, ...include]);
  }

  routes.get('/catalog/products', (request, response) => {
    const found = findProducts(rows.products.values(), request);
    answerPage(
      request,
      response,
      found.map((product) => view(request, product)),
    );
  });

  routes.post('/catalog/products', (request, response) => {
    answerData(response, productView(createProduct(shop, read(request, newProduct)), []));
  });

  routes.get('/catalog/products/:id', (request, response) => {
    answerData(response, view(request, one(request)));
  });

  routes.put('/catalog/products/:id', (request, response) => {
    const changed = changeProduct(shop, one(request), read(request, productBody));
    answerData(response, productView(changed, []));
  });

  routes.delete('/catalog/products/:id', (request, response) => {
    deleteProduct(shop, one(request));
    response.status(204).end();
  });

  routes.put('/catalog/products/:id/variants/:variant', (request, response) => {
    const { inventory_level } = read(request, variantBody);
    const product = setVariantStock(shop, one(request), request.params.variant, inventory_level);
    const variant = product.variants.find(({ id }) => String(id) === request.params.variant);
    if (!variant) throw notFound();
    answerData(response, variantView(product, variant));
  });

  routes.get('/catalog/brands', (request, response) => {
    const ids = listQuery(request, 'id:in');
    const name = query(request, 'name');
    const found = rows.brands
      .values()
      .filter(
        (row) =>
          (ids?.includes(String(row.id)) ?? true) && (name === undefined || row.name === name),
      );
    answerPage(request, response, found);
  });

  routes.post('/catalog/brands', (request, response) => {
    answerData(response, createBrand(shop, read(request, newBrand).name));
  });

  routes.get('/catalog/trees/categories', (request, response) => {
    const ids = listQuery(request, 'category_id:in');
    const found = rows.categories
      .values()
      .filter((row) => ids?.includes(String(row.category_id)) ?? true);
    answerPage(request, response, found);
  });

  routes.get('/catalog/trees', (request, response) => {
    answerPage(request, response, [{ id: 1, name: 'Default catalog tree', channels: [1] }]);
  });

  return routes;
}

function findProducts(products: ProductRow[], request: Request): ProductRow[] {
  const ids = listQuery(request, 'id:in');
  const skus = listQuery(request, 'sku:in');
  const sku = query(request, 'sku');
  const categories = listQuery(request, 'categories:in');
  const modified = between(request, 'date_modified:min', 'date_modified:max');
  const found = products.filter(
    (product) =>
      (ids?.includes(String(product.id)) ?? true) &&
      (skus?.includes(product.sku.toLowerCase()) ?? true) &&
      (sku === undefined || product.sku === sku) &&
      (categories === undefined ||
        product.categories.some((category) => categories.includes(String(category)))) &&
      modified(product.modifiedAt),
  );
  const byDate = query(request, 'sort') === 'date_modified';
  const ascending = found.toSorted((one, other) =>
    byDate
      ? one.modifiedAt.localeCompare(other.modifiedAt) || one.id - other.id
      : one.id - other.id,
  );
  return query(request, 'direction') === 'desc' ? ascending.reverse() : ascending;
}

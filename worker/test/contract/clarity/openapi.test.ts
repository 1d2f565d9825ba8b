import { describe, expect, it } from 'vitest';
import { call, openShop } from '../../stand-ins/clarity/clarity-kit.ts';
import { read, schemas, words } from './published.ts';

interface Parameter {
  $ref?: string;
  name?: string;
  in?: string;
}
interface Operation {
  operationId: string;
  parameters?: Parameter[];
  responses: Record<string, unknown>;
}
interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, Record<string, Operation>>;
  components: { parameters: Record<string, Parameter> };
}

const api = read('openapi.json') as OpenApi;
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const nameOf = ({ $ref, name }: Parameter): string =>
  name ?? api.components.parameters[$ref?.split('/').at(-1) ?? '']?.name ?? '';
const listed = operations
  .filter(({ path, method }) => method === 'get' && path.split('/').length === 3)
  .filter(({ operation }) => operation.parameters !== undefined);

describe('the OpenAPI file for Clarity shops', () => {
  it('refers only to what is there', () => {
    expect(api.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference = '']) => reference,
    );
    expect(references.length).toBeGreaterThan(40);
    expect(references.filter((reference) => resolved(reference) === undefined)).toEqual([]);
  });

  it('names each operation once', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it('receives the event that the schema describes', () => {
    expect(JSON.stringify(api.webhooks.event)).toContain('"event.schema.json"');
  });

  it('has the parameters that the words have', () => {
    const names = new Set(
      listed.flatMap(({ operation }) => (operation.parameters ?? []).map(nameOf)),
    );
    expect([...names].filter((name) => !words.includes(`\`${name}\``))).toEqual([]);
  });

  it('fits the stand-in: every path answers, with every parameter and no other', async () => {
    const { shop, read: ask } = await openShop();
    expect(listed).toHaveLength(7);
    const samples: Record<string, string> = {
      ...{ modifiedSince: '2026-01-01T00:00:00Z', limit: '200', sort: 'newest', kind: 'list' },
      ...{ email: 'jane@example.com', customerId: 'C-1', cartId: 'x', productId: '93' },
      orderId: 'O-1',
    };
    for (const { path, operation } of listed) {
      const names = (operation.parameters ?? []).map(nameOf).filter((name) => name !== 'cursor');
      const query = new URLSearchParams(names.map((name) => [name, samples[name] ?? '?']));
      expect(await ask(`${path.slice(4)}?${query.toString()}`), path).toMatchObject({
        status: 200,
      });
      expect(await ask(`${path.slice(4)}?colour=red`), path).toMatchObject({ status: 400 });
    }
    for (const { path, method } of operations) {
      if (path === '/oauth/token') continue;
      const address = `${shop.url}${path.replace(/\{\w+\}/, 'none')}`;
      const answer = await call(address, { method: method.toUpperCase() });
      expect(answer, `${method} ${path} without a token`).toMatchObject({
        status: 401,
        body: { error: { code: 'invalid_token' } },
      });
    }
  });
});

/** What a reference of the file leads to; undefined for nothing. */
function resolved(reference: string): unknown {
  const [file = '', pointer = ''] = reference.split('#');
  const root: unknown = file === '' ? api : schemas.get(file.replace('.schema.json', ''));
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, step) => (inner as Record<string, unknown> | undefined)?.[step], root);
}

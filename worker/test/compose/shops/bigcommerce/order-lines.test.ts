import { describe, it, expect } from 'vitest';
import { consignments, line, orderAnswer } from './order-fixtures.ts';
import { failureKind, found, useStores } from './use-store.ts';

const store = useStores();
const PATH = '/v2/orders/218';
const LINES = '/v2/orders/218/products';

describe('order lines', () => {
  it.each([
    ['a bare link', { url: 'https://api.example.com/x', resource: '/orders/218/consignments' }],
    ['lines as links', consignments([{ url: 'https://api.example.com/x', resource: '/x' }])],
    ['an array', [{ id: 51, line_items: [] }]],
    ['nothing', undefined],
    ['no line at all', consignments([])],
  ])('are asked for when the consignments are %s', async (_, form) => {
    const { reader, asked } = await store({
      [PATH]: { body: orderAnswer({ consignments: form }) },
      [LINES]: { body: [line(), line({ id: 66, name: 'Soap' })] },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order.items.map((item) => item.name)).toEqual(['Linen Towel', 'Soap']);
    expect(asked()[1]).toBe(`${LINES}?page=1&limit=250`);
  });

  it('keep the address when only they had to be asked for', async () => {
    const links = consignments([{ url: 'https://api.example.com/x', resource: '/x' }]);
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ consignments: links }) },
      [LINES]: { body: [line()] },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order.shipTo).toEqual({ city: 'Austin', country: 'US' });
  });

  it('are paged until a short page, even where fewer come than asked', async () => {
    const many = Array.from({ length: 70 }, (_, index) => line({ id: 100 + index }));
    const { reader, requests } = await store({
      [PATH]: { body: orderAnswer({ consignments: null }) },
      [LINES]: ({ path }) => {
        const page = Number(/page=(\d+)/.exec(path)?.[1]);
        return { body: many.slice((page - 1) * 50, page * 50) };
      },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order.items).toHaveLength(70);
    expect(order.itemCount).toBe(140);
    expect(requests).toHaveLength(3);
  });

  it('end when the shop sends the same page again and again', async () => {
    const page = Array.from({ length: 50 }, (_, index) => line({ id: 100 + index }));
    const { reader, requests } = await store({
      [PATH]: { body: orderAnswer({ consignments: null }) },
      [LINES]: { body: page },
    });
    const order = found((await reader.readOrders(['218'])).get('218'));
    expect(order.items).toHaveLength(50);
    expect(requests).toHaveLength(3);
  });

  it('are none when the list is empty, which v2 says with 204', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ consignments: null }) },
      [LINES]: { status: 204 },
    });
    expect(found((await reader.readOrders(['218'])).get('218')).items).toEqual([]);
  });

  it('in an unknown form fail their order', async () => {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ consignments: consignments([line({ quantity: 'two' })]) }) },
      [LINES]: { body: [line({ quantity: 'two' })] },
    });
    expect(failureKind((await reader.readOrders(['218'])).get('218'))).toBe('shop_shape');
  });
});

describe('a bundle', () => {
  const parts = [
    line({ id: 70, name: 'Gift Box', product_options: [], quantity: 1, total_ex_tax: '20.0000' }),
    line({ id: 71, name: 'Soap', parent_order_product_id: 70, total_ex_tax: '0.0000' }),
    line({ id: 72, name: 'Candle', parent_order_product_id: '70', total_ex_tax: '2.5000' }),
  ];

  async function itemsOf(lines: unknown[]): Promise<{ name: string; options: string | null }[]> {
    const { reader } = await store({
      [PATH]: { body: orderAnswer({ consignments: consignments(lines) }) },
    });
    return found((await reader.readOrders(['218'])).get('218')).items;
  }

  it('is one item with its parts named and their price added', async () => {
    const items = await itemsOf(parts);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      name: 'Gift Box',
      options: 'Includes: Soap, Includes: Candle',
      quantity: '1',
      total: '22.5',
    });
  });

  it('may come in any order', async () => {
    expect(await itemsOf(parts.toReversed())).toHaveLength(1);
  });

  it('within a bundle belongs to the outermost', async () => {
    const nested = line({ id: 73, name: 'Wick', parent_order_product_id: 72 });
    expect(await itemsOf([...parts, nested])).toHaveLength(1);
  });

  it('whose parent is not in the order leaves its parts as items', async () => {
    expect((await itemsOf(parts.slice(1))).map((item) => item.name)).toEqual(['Soap', 'Candle']);
  });

  it('that goes round in circles loses nothing', async () => {
    const circle = [
      line({ id: 80, parent_order_product_id: 82 }),
      line({ id: 81, parent_order_product_id: 80 }),
      line({ id: 82, parent_order_product_id: 81 }),
      line({ id: 83, parent_order_product_id: 83 }),
    ];
    expect(await itemsOf(circle)).toHaveLength(4);
  });
});

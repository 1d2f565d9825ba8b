import { describe, it, expect } from 'vitest';
import { containing, failureKind, found, useStores } from './use-store.ts';

const store = useStores();
const PATH = '/v2/orders/218/shipments';

function shipment(id: number, changes: object = {}): object {
  return {
    id,
    order_id: 218,
    date_created: 'Mon, 11 Mar 2024 17:22:08 +0000',
    tracking_number: 'EJ958083578US',
    shipping_provider: 'usps',
    tracking_carrier: '',
    tracking_link: '',
    generated_tracking_link: 'https://tracking.example.com/EJ958083578US',
    shipping_provider_display_name: 'USPS',
    items: [
      { order_product_id: 65, product_id: 77, quantity: 2 },
      { order_product_id: 66, product_id: 0, quantity: 1 },
    ],
    ...changes,
  };
}

describe('shipments', () => {
  it('come with carrier, tracking and what is in them', async () => {
    const { reader, asked } = await store({ [PATH]: { body: [shipment(6), shipment(7)] } });
    const reads = await reader.readShipments(['218:6', '218:7']);
    expect(found(reads.get('218:6'))).toEqual({
      id: '218:6',
      orderId: '218',
      carrier: 'USPS',
      trackingNumber: 'EJ958083578US',
      trackingUrl: 'https://tracking.example.com/EJ958083578US',
      shippedAt: '2024-03-11T17:22:08.000Z',
      deliveredAt: null,
      items: [
        { productId: '77', sku: null, name: null, quantity: '2' },
        { productId: null, sku: null, name: null, quantity: '1' },
      ],
      modifiedAt: null,
      raw: containing({ id: 6, order_id: 218 }),
    });
    expect(found(reads.get('218:7')).id).toBe('218:7');
    expect(asked()).toEqual([`${PATH}?limit=250`]);
  });

  it('name the carrier as well as the store does, and the link somebody gave first', async () => {
    const bare = { shipping_provider_display_name: '', shipping_provider: '' };
    const { reader } = await store({
      [PATH]: {
        body: [
          shipment(6, { ...bare, tracking_carrier: 'dhl', tracking_link: 'https://dhl.example/1' }),
          shipment(7, { ...bare, generated_tracking_link: null, items: null }),
        ],
      },
    });
    const reads = await reader.readShipments(['218:6', '218:7']);
    const dhl = { carrier: 'dhl', trackingUrl: 'https://dhl.example/1' };
    expect(found(reads.get('218:6'))).toMatchObject(dhl);
    const nothing = { carrier: null, trackingUrl: null, items: [] };
    expect(found(reads.get('218:7'))).toMatchObject(nothing);
  });

  it.each([
    ['the order has none', { [PATH]: { status: 204 } }],
    ['the order is gone', {}],
    ['it was deleted', { [PATH]: { body: [shipment(7)] } }],
  ])('are missing when %s', async (_, routes) => {
    const { reader } = await store(routes);
    expect((await reader.readShipments(['218:6'])).get('218:6')).toEqual({ missing: true });
  });

  it('fail with their order’s call, one bad row alone, and the rest goes on', async () => {
    const { reader, asked } = await store({
      [PATH]: { body: [shipment(6), shipment(7, { date_created: 'soon' })] },
      '/v2/orders/219/shipments': { status: 503 },
    });
    const reads = await reader.readShipments(['218:6', '218:7', '219:1', '../218', '6']);
    expect(found(reads.get('218:6')).id).toBe('218:6');
    expect(failureKind(reads.get('218:7'))).toBe('shop_shape');
    expect(failureKind(reads.get('219:1'))).toBe('shop_unavailable');
    expect([reads.get('../218'), reads.get('6')]).toEqual([{ missing: true }, { missing: true }]);
    expect(asked()).toHaveLength(2);
  });

  it('are read from every page', async () => {
    const all = Array.from({ length: 60 }, (_, index) => shipment(index + 1));
    const { reader } = await store({
      [PATH]: ({ path }) => ({ body: path.includes('page=2') ? all.slice(50) : all.slice(0, 50) }),
    });
    expect(found((await reader.readShipments(['218:55'])).get('218:55')).id).toBe('218:55');
  });
});

import { describe, expect, it } from 'vitest';
import { idOf, RECORD_KINDS, recordKey, type ShopId } from '../../src/shared/ids.ts';

describe('a record key', () => {
  it.each(RECORD_KINDS)('of kind %s names shop, kind and id, and gives the id back', (kind) => {
    const key = recordKey('shop-1' as ShopId, kind, '250');
    expect(key).toBe(`shop-1:${kind}:250`);
    expect(idOf(key)).toBe('250');
  });

  it.each(['a:b', ':', 'gid://shop/Order/1', ''])('gives back an id such as %j unchanged', (id) => {
    expect(idOf(recordKey('shop-1' as ShopId, 'order', id))).toBe(id);
  });

  it('differs for two shops, two kinds and two ids', () => {
    const keys = ['a', 'b'].flatMap((shop) =>
      ['order', 'cart'].flatMap((kind) =>
        ['1', '11'].map((id) => recordKey(shop as ShopId, kind, id)),
      ),
    );
    expect(new Set(keys).size).toBe(8);
  });
});

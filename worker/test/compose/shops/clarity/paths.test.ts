import { describe, expect, it } from 'vitest';
import { pathsShape } from '../../../../src/compose/shops/clarity/paths.ts';
import { createTranslator } from '../../../../src/compose/shops/clarity/translate.ts';

describe('a table of paths', () => {
  it.each([
    ['a field that is misspelled', 'order.totalAmout', 'total', /did you mean order\.totalAmount/],
    ['a kind that is none', 'basket.total', 'total', /no field of the contract/],
    ['a path with nothing between dots', 'order.totalAmount', 'amounts..value', /lead somewhere/],
    ['a path that is empty', 'order.totalAmount', '', /lead somewhere/],
    ['a path with blanks', 'order.totalAmount', 'grand total', /lead somewhere/],
    ['a path to means of payment', 'order.email', 'payment.card.holder', /through "payment"/],
  ])('refuses %s and says why', (_, field, path, message) => {
    const read = pathsShape.safeParse({ [field]: path });

    expect(read.error?.issues).toMatchObject([{ path: [field] }]);
    expect(read.error?.issues[0]?.message).toMatch(message);
  });

  it('takes fields of records, of what is in them, and of the items of their lists', () => {
    const table = {
      'order.totalAmount': 'amounts.grand.value',
      'order.billing.city': 'invoice[0].town',
      'order.lineItems': 'content.lines',
      'order.lineItems[].sku': 'article.code',
    };

    expect(pathsShape.parse(table)).toEqual(table);
  });
});

describe('a record of an installation that differs', () => {
  const translator = createTranslator('order', {
    'order.totalAmount': 'amounts.grand.value',
    'order.email': 'buyer.mails[1]',
    'order.billing': 'invoice',
    'order.billing.city': 'invoice.town.name',
    'order.lineItems': 'content.lines',
    'order.lineItems[].sku': 'article.code',
    'customer.email': 'mail',
  });
  const own = {
    ...{ orderId: 'o1', email: 'not this', amounts: { grand: { value: '9.50' } } },
    buyer: { mails: ['old@example.com', 'ada@example.com'] },
    invoice: { name: 'Ada', town: { name: 'London' } },
    content: { lines: [{ article: { code: 'LT' }, quantity: 2 }, 'a note'], note: 'Thanks' },
  };

  it('reads as the contract has it; what keeps its name stays', () => {
    expect(translator.toContract(own)).toMatchObject({
      ...{ orderId: 'o1', totalAmount: '9.50', email: 'ada@example.com' },
      billing: { name: 'Ada', city: 'London' },
      lineItems: [{ sku: 'LT', quantity: 2 }, 'a note'],
    });
  });

  it('stays as it is, and is kept so without the list that has records of its own', () => {
    const before = structuredClone(own);

    translator.toContract(own);

    expect(own).toEqual(before);
    expect(translator.keptOf(own, 'lineItems')).toEqual({ ...own, content: { note: 'Thanks' } });
  });

  it('has nothing where its path leads nowhere, whatever else goes by that name', () => {
    const { email, totalAmount } = translator.toContract({ orderId: 'o1', email: 'x' }) as Record<
      string,
      unknown
    >;

    expect({ email, totalAmount }).toEqual({ email: undefined, totalAmount: undefined });
  });

  it('that is no record is left to the reader to refuse', () => {
    expect(translator.toContract('sign in first')).toBe('sign in first');
  });
});

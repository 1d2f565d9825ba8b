import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import { RECORD_BYTES, shopRecord, type RawValue } from '../../../src/compose/shops/raw.ts';

const VISA = '4111111111111111';

function luhn(digits: string): boolean {
  const sum = digits
    .split('')
    .reverse()
    .reduce((total, digit, index) => {
      const twice = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

/** A number of 13 to 19 digits with the last one right, in groups or not, as text or as number. */
const cardNumber = fc
  .tuple(
    fc.stringMatching(/^[1-9]\d{11,17}$/),
    fc.constantFrom('', ' ', '-'),
    fc.constantFrom('', 'my card ', 'no:'),
  )
  .map(([start, separator, before]) => {
    const last = '0123456789'.split('').find((digit) => luhn(start + digit)) ?? '';
    return before + (start + last).replace(/(\d{4})(?=\d)/g, `$1${separator}`);
  });

const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    cardNumber,
    fc.nat({ max: 10 ** 12 }).map((start) => Number(`${start}${VISA.slice(0, 3)}`)),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(fc.string(), cardNumber), tie('value'), { maxKeys: 8 }),
  ),
})).value;
const record = fc.dictionary(fc.oneof(fc.string(), cardNumber), anything, { maxKeys: 12 });

/** Every name and value of a record, numbers as digits. */
function texts(value: RawValue): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value === 'number' && Number.isInteger(value)) return [BigInt(value).toString()];
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...texts(inner)]);
}

/** The rule once more, in its plainest form: digits without what people put between them. */
function showsCard(text: string): boolean {
  const runs = text.match(/\d(?:[ -]?\d)*/g) ?? [];
  return runs
    .map((run) => run.replaceAll(/\D/g, ''))
    .some((run) => /^\d{13,19}$/.test(run) && luhn(run));
}

function depth(value: RawValue): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depth));
}

describe('the shop’s own record', () => {
  it('comes in without a card number, whatever it held and however deep', () => {
    fc.assert(
      fc.property(record, (wild) => {
        expect(texts(shopRecord(wild)).filter(showsCard)).toEqual([]);
      }),
    );
  });

  it('is never larger or deeper than it may be, and comes back from JSON as it was', () => {
    fc.assert(
      fc.property(record, fc.nat({ max: 400 }), (wild, bytes) => {
        const clean = shopRecord(wild, bytes + 2);
        const json = JSON.stringify(clean);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(bytes + 2);
        expect(JSON.parse(json)).toStrictEqual(clean);
        expect(depth(clean)).toBeLessThanOrEqual(8);
      }),
    );
  });

  it.each([
    'card_number',
    'cardNumber',
    'CardNumber',
    'card-holder',
    'credit_card_type',
    'cvv_result',
    'iban',
    'bankAccount',
    'account_number',
    'sortCode',
    'payment_status',
    'payment_provider_id',
    'paymentMethodId',
    'payment_instrument_token',
    'gateway_transaction_id',
    'authorization_code',
    'access_token',
    'apiKey',
    'new_password',
    'clientSecret',
    'ip_address',
    'ip_address_v6',
    'ipAddress',
    'registration_ip_address',
    'geoip_country',
    'user_agent',
    'userAgent',
    'recipient_email',
    'sender',
  ])('leaves %s in the shop', (name) => {
    expect(shopRecord({ id: 1, [name]: 'x', inner: [{ [name]: { x: 1 } }] })).toEqual({
      id: 1,
      inner: [{}],
    });
  });

  it.each([
    'customer_message',
    'store_default_to_transactional_exchange_rate',
    'gift_certificate_amount',
    'shipping_cost_ex_tax',
    'bin_picking_number',
    'is_bundled_product',
    'shipping_zone_name',
    'discount_amount',
    'description',
    'purchaseOrderNumber',
    'companyId',
    'cardboard_box',
  ])('brings %s along', (name) => {
    expect(shopRecord({ [name]: 'x' })).toEqual({ [name]: 'x' });
  });

  it.each([
    ['PayPal', { payment_method: 'PayPal' }],
    ['Visa ending in 4242', {}],
    [4242, {}],
    [{ last4: '4242' }, {}],
  ])('with the payment method %j keeps a name and nothing else', (method, kept) => {
    expect(shopRecord({ payment_method: method })).toEqual(kept);
  });

  it('loses a card number that somebody typed, and keeps the rest of the sentence', () => {
    const said = { customer_message: `Charge 4111 1111 1111-1111 please`, reference: VISA };
    expect(shopRecord(said)).toEqual({
      customer_message: 'Charge [removed] please',
      reference: '[removed]',
    });
  });

  it('keeps the number on a product and the id of a cart, which only look like a card’s', () => {
    const ean = '4006381330060';
    const noEan = '4006381330003';
    const cart_id = '12345678-1234-4123-8123-123456789012';
    expect([ean, noEan].map(luhn)).toEqual([true, true]);
    expect(shopRecord({ upc: ean, gtin: noEan, note: ean, cart_id })).toEqual({
      upc: ean,
      gtin: '[removed]',
      note: '[removed]',
      cart_id,
    });
  });

  it('is cut where a text, a list or the whole is too long', () => {
    const wild = {
      many: Array.from({ length: 500 }, (_, index) => index),
      long: 'é'.repeat(5_000),
      last: 'kept',
      huge: Array.from({ length: 90 }, () => 'x'.repeat(1_000)),
    };
    const clean = shopRecord(wild);
    expect(clean?.many).toHaveLength(100);
    expect(clean?.long).toBe('é'.repeat(2_000));
    expect(clean?.last).toBe('kept');
    expect(Buffer.byteLength(JSON.stringify(clean))).toBeLessThanOrEqual(RECORD_BYTES);
  });

  it('can be stored: without NUL, half characters, and names that reach into the language', () => {
    const wild: unknown = JSON.parse(
      '{"a":"x\\u0000y\\ud800","__proto__":{"admin":true},"b\\u0000":1}',
    );
    const clean = shopRecord(wild);
    expect(clean).toEqual({ a: 'xy\ufffd' });
    expect(clean).not.toHaveProperty('admin');
  });

  it.each([[null], ['text'], [7], [[1, 2]], [undefined]])(
    'is none when the shop sent %j',
    (value) => {
      expect(shopRecord(value)).toBeNull();
    },
  );
});

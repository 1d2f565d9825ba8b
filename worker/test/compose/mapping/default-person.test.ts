import { describe, it, expect } from 'vitest';
import { ADDRESS, PERSON_INPUT } from './inputs-fixture.ts';
import { mapByTemplate as map } from './map-by-template.ts';

const KEPT_UP_TO_DATE = {
  Customer_Key__c: 'shop-1:customer:11',
  First_Order_At__c: '2023-01-01T10:00:00.000Z',
  Last_Order_At__c: '2024-03-05T21:40:11.000Z',
  Last_Order_Number__c: '218',
  Order_Count__c: 3,
  Total_Spend__c: '222.24',
  Average_Order_Value__c: '74.08',
  Spend_Currency__c: 'USD',
  Interests__c: 'Bath, Linen',
  Customer_Group__c: 'Wholesale',
  Loyalty_Points__c: '120',
  Marketing_Consent__c: 'Given',
  Cart_Mail_Consent__c: 'Unknown',
  Cart_Status__c: 'None',
  Cart_Value__c: '0',
  Cart_Currency__c: 'USD',
  Cart_Item_Count__c: 0,
  Cart_First_Items__c: 'None',
  Cart_Image_URL__c: 'None',
  Cart_URL__c: 'https://store.example.com',
  Cart_Times_Abandoned__c: 0,
};

/** By the names Salesforce's own lists have, where it is known. */
function written(prefix: string): Record<string, string> {
  return {
    [`${prefix}Street`]: '555 East Street\nUnit 4',
    [`${prefix}City`]: 'Austin',
    [`${prefix}State`]: 'Texas',
    [`${prefix}PostalCode`]: '78108',
    [`${prefix}Country`]: 'United States',
  };
}

describe('a person', () => {
  it.each(['Lead', 'Contact'] as const)(
    'who is known as a %s keeps the name, address and phone its users gave',
    (object) => {
      expect(map(object, PERSON_INPUT)).toEqual({ fields: KEPT_UP_TO_DATE, problems: [] });
    },
  );

  it('who is new is made as a Contact with name, address and phone', () => {
    expect(map('Contact', PERSON_INPUT, { creating: true }).fields).toEqual({
      ...KEPT_UP_TO_DATE,
      FirstName: 'Jane',
      LastName: 'Doe',
      Email: 'jane@example.com',
      Phone: '5125550100',
      LeadSource: 'Web',
      ...written('Mailing'),
      ...written('Other'),
    });
  });

  it('who is new as a Lead has the billing address', () => {
    expect(map('Lead', PERSON_INPUT, { creating: true }).fields).toMatchObject(written(''));
  });

  it('whose shop does not tell the country has no state either, which an org may refuse', () => {
    const profile = PERSON_INPUT.profile && {
      ...PERSON_INPUT.profile,
      billing: { ...ADDRESS, country: null },
    };
    const { fields } = map('Lead', { ...PERSON_INPUT, profile }, { creating: true });
    expect(fields).toHaveProperty('City', 'Austin');
    expect(fields).not.toHaveProperty('State');
    expect(fields).not.toHaveProperty('Country');
  });

  it.each(['Lead', 'Contact'] as const)('who opts out as a %s is opted out, and never in', (as) => {
    const opted = (optOut: boolean): unknown => {
      const consent = { marketing: 'Refused', cartMail: 'Refused', optOut } as const;
      return map(as, { ...PERSON_INPUT, consent }).fields.HasOptedOutOfEmail;
    };
    expect(opted(true)).toBe(true);
    expect(opted(false)).toBeUndefined();
  });

  it.each([
    ['Acme', 'Acme'],
    [null, '[not provided]'],
  ])('who is new as a Lead with company %j has the company %s', (company, written) => {
    const profile = PERSON_INPUT.profile && { ...PERSON_INPUT.profile, company };
    const { fields } = map('Lead', { ...PERSON_INPUT, profile }, { creating: true });
    expect(fields.Company).toBe(written);
  });

  it.each([
    [{ lastName: 'Doe', email: 'jane@example.com' }, 'Doe'],
    [{ lastName: ' ', email: 'jane.doe@example.com' }, 'jane.doe'],
    [{ lastName: null, email: null }, 'Unknown'],
    [{ lastName: 'x'.repeat(100), email: null }, 'x'.repeat(80)],
  ])('who is new with %j has the last name %s', (known, lastName) => {
    const { fields } = map('Contact', { profile: known }, { creating: true });
    expect(fields.LastName).toBe(lastName);
  });

  it('whose cart is not told keeps what the cart fields say', () => {
    const { fields } = map('Contact', { ...PERSON_INPUT, cart: null });
    const said = Object.keys(fields).filter((name) => name.startsWith('Cart_'));
    expect(said).toEqual(['Cart_Mail_Consent__c']);
  });

  it('of a shop in yen spends whole yen', () => {
    const totals = PERSON_INPUT.totals && {
      ...PERSON_INPUT.totals,
      currency: 'JPY',
      totalSpend: '1234.5',
    };
    const { fields } = map('Contact', { ...PERSON_INPUT, totals });
    expect(fields.Total_Spend__c).toBe('1235');
  });

  it('with an abandoned cart has all that a program needs', () => {
    const cart = {
      status: 'Abandoned',
      abandonedAt: '2024-03-05T21:25:00.000Z',
      value: '45.3',
      currency: 'USD',
      itemCount: 3,
      firstItems: ['Linen Towel', 'Soap'],
      imageUrl: 'https://cdn.example.com/towel.jpg',
      url: 'https://store.example.com/cart.php',
      timesAbandoned: 1,
    };
    const { fields, problems } = map('Contact', { ...PERSON_INPUT, cart });
    expect(problems).toEqual([]);
    expect(fields).toMatchObject({
      Cart_Status__c: 'Abandoned',
      Cart_Abandoned_At__c: '2024-03-05T21:25:00.000Z',
      Cart_Value__c: '45.3',
      Cart_First_Items__c: 'Linen Towel, Soap',
      Cart_Image_URL__c: 'https://cdn.example.com/towel.jpg',
      Cart_URL__c: 'https://store.example.com/cart.php',
    });
  });

  it('whose picture has no usable address shows none, not that of an earlier cart', () => {
    const cart = { ...PERSON_INPUT.cart, imageUrl: '/towel.jpg' };
    const { fields, problems } = map('Contact', { ...PERSON_INPUT, cart });
    expect(fields.Cart_Image_URL__c).toBe('None');
    expect(problems).toEqual([]);
  });
});

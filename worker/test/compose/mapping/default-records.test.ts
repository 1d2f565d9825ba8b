import { ORDER_STATUSES } from '#mapping-engine';
import { describe, it, expect } from 'vitest';
import { CART, CART_INPUT, ORDER, ORDER_INPUT, SHOP } from './inputs-fixture.ts';
import { mapByTemplate as map } from './map-by-template.ts';

describe('an order', () => {
  it('fills its record, amounts as decimal text', () => {
    expect(map('Order__c', ORDER_INPUT)).toEqual({
      fields: {
        Name: '218',
        External_Id__c: 'shop-1:order:218',
        Status__c: 'Partially Refunded',
        Shop_Status__c: 'Partly paid back',
        Placed_At__c: '2024-03-05T21:40:11.000Z',
        Placed_At_Source__c: 'Tue, 05 Mar 2024 21:40:11 +0000',
        Source_Modified_At__c: '2024-03-11T15:17:25.000Z',
        Currency__c: 'USD',
        Total__c: '74.0793',
        Subtotal__c: '62.6793',
        Tax__c: '5.31',
        Shipping_Cost__c: '11.09',
        Discount__c: '5',
        Refunded__c: '10',
        Net_Total__c: '64.0793',
        Item_Count__c: 2,
        Email__c: 'jane@example.com',
        Customer_Key__c: 'shop-1:customer:11',
        Channel__c: '1',
        Source__c: 'www',
        Ship_To_City__c: 'Austin',
        Ship_To_Country__c: 'US',
        Cart_Key__c: 'shop-1:cart:c-1',
        Archived__c: false,
      },
      problems: [],
    });
  });

  it.each(ORDER_STATUSES)('has the status %s as the picklist does', (status) => {
    const { fields } = map('Order__c', { ...ORDER_INPUT, order: { ...ORDER, status } });
    expect(fields.Status__c).toBe(status);
  });

  it('that is incomplete has no status to write', () => {
    const order = { ...ORDER, status: 'Incomplete' };
    const { fields, problems } = map('Order__c', { ...ORDER_INPUT, order });
    expect(fields).not.toHaveProperty('Status__c');
    expect(problems).toMatchObject([{ field: 'Status__c', step: 'orderStatus' }]);
  });

  it('with an email Salesforce would refuse is written without it', () => {
    const order = { ...ORDER, email: 'jane@localhost' };
    const { fields, problems } = map('Order__c', { ...ORDER_INPUT, order });
    expect(fields).not.toHaveProperty('Email__c');
    expect(fields).toHaveProperty('Total__c', '74.0793');
    expect(problems).toHaveLength(1);
  });

  it('of a guest, picked up, leaves those fields alone', () => {
    const order = { ...ORDER, shipTo: null, email: null, cartId: null };
    const input = { ...ORDER_INPUT, customerKey: null, cartKey: null, order };
    const { fields, problems } = map('Order__c', input);
    for (const field of ['Ship_To_City__c', 'Email__c', 'Cart_Key__c', 'Customer_Key__c'])
      expect(fields).not.toHaveProperty(field);
    expect(problems).toEqual([]);
  });
});

describe('an order item', () => {
  it('fills its record', () => {
    const input = {
      key: 'shop-1:order-item:65',
      orderKey: ORDER_INPUT.key,
      productKey: 'shop-1:product:77',
      order: ORDER,
      item: ORDER.items[0],
    };
    expect(map('Order_Item__c', input)).toEqual({
      fields: {
        Name: 'Linen Towel',
        External_Id__c: 'shop-1:order-item:65',
        Product_Name__c: 'Linen Towel',
        SKU__c: 'S-ORAN',
        Product_Key__c: 'shop-1:product:77',
        Options__c: 'Size: S, Colour: Red',
        Quantity__c: '2',
        Unit_Price__c: '31.3397',
        Total__c: '62.6793',
        Refunded_Quantity__c: '0',
      },
      problems: [],
    });
  });
});

describe('a cart', () => {
  it('fills its record', () => {
    expect(map('Cart__c', CART_INPUT)).toEqual({
      fields: {
        External_Id__c: 'shop-1:cart:c-1',
        Kind__c: 'Shopping',
        Status__c: 'Abandoned',
        Recovered__c: false,
        Value__c: '45.3',
        Currency__c: 'USD',
        Item_Count__c: 3,
        Email__c: 'jane@example.com',
        URL__c: 'https://store.example.com/cart.php',
        Started_At__c: '2024-03-05T20:10:00.000Z',
        Last_Activity_At__c: '2024-03-05T20:25:00.000Z',
        Abandoned_At__c: '2024-03-05T21:25:00.000Z',
        Times_Abandoned__c: 1,
      },
      problems: [],
    });
  });

  it('fills the records of its items', () => {
    const input = {
      key: 'shop-1:cart-item:c-1:l-1',
      cartKey: CART_INPUT.key,
      productKey: null,
      cart: CART,
      item: CART.items[0],
    };
    expect(map('Cart_Item__c', input)).toEqual({
      fields: {
        Name: 'Linen Towel',
        External_Id__c: 'shop-1:cart-item:c-1:l-1',
        Product_Name__c: 'Linen Towel',
        SKU__c: 'S-ORAN',
        Quantity__c: '3',
        Unit_Price__c: '15.1',
        Total__c: '45.3',
        Image_URL__c: 'https://cdn.example.com/towel.jpg',
        Product_URL__c: 'https://store.example.com/linen-towel/',
      },
      problems: [],
    });
  });
});

describe('a shop', () => {
  it('fills its record', () => {
    expect(map('Shop__c', { shop: SHOP })).toEqual({
      fields: {
        Name: 'Test shop',
        Shop_Key__c: 'shop-1',
        Platform__c: 'BigCommerce',
        Store_URL__c: 'https://store.example.com',
        Currency__c: 'USD',
        Status__c: 'Connected',
      },
      problems: [],
    });
  });
});

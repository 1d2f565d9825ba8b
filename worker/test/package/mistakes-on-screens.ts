import {
  ADMIN,
  APP,
  CART,
  ORDER,
  ORDER_LAYOUT,
  READER,
  cut,
  replaced,
  type SeededMistake,
} from './seeded-mistakes.ts';

const CART_ITEM = 'commerce/objects/Cart_Item__c';
const ORDER_OBJECT = `${ORDER}/Order__c.object-meta.xml`;

export const mistakesOnScreens: SeededMistake[] = [
  replaced(
    'an object whose layout has another name than Salesforce looks for',
    ORDER_OBJECT,
    ['<label>Shop Order</label>', '<label>Web Order</label>'],
    '<CustomObject',
    'Order__c lacks a layout named "Order__c-Web Order Layout".',
  ),
  {
    what: 'an object without a list of all records',
    seed: (copy) => copy.remove(`${CART_ITEM}/listViews/All.listView-meta.xml`),
    file: `${CART_ITEM}/Cart_Item__c.object-meta.xml`,
    at: '<CustomObject',
    problem: 'Cart_Item__c lacks a list view named All.',
  },
  {
    what: 'an object without a tab',
    seed(copy) {
      copy.remove('commerce/tabs/Cart_Item__c.tab-meta.xml');
      copy.replace(APP, '<tabs>Cart_Item__c</tabs>', '');
      for (const set of [ADMIN, READER]) cut(copy, set, 'tabSettings', 'Cart_Item__c');
    },
    file: `${CART_ITEM}/Cart_Item__c.object-meta.xml`,
    at: '<CustomObject',
    problem: 'Cart_Item__c lacks a tab.',
  },
  replaced(
    'a compact layout that is assigned but missing',
    ORDER_OBJECT,
    ['>Order_Highlights<', '>Order_Summary<'],
    '<CustomObject',
    'Order__c lacks the compact layout Order_Summary.',
  ),
  replaced(
    'a layout that shows a field which does not exist',
    ORDER_LAYOUT,
    ['<field>CreatedById</field>', '<field>Gift_Note__c</field>'],
    'Gift_Note__c',
    'Order__c has no field Gift_Note__c.',
  ),
  replaced(
    'an owner on the layout of a record that has none',
    'commerce/layouts/Cart_Item__c-Shop Cart Item Layout.layout-meta.xml',
    ['<field>CreatedById</field>', '<field>OwnerId</field>'],
    'OwnerId',
    'Cart_Item__c has no field OwnerId.',
  ),
  replaced(
    'a field no layout shows',
    ORDER_LAYOUT,
    ['<field>Archived__c</field>', '<field>CreatedDate</field>'],
    '<Layout',
    'The layout does not show Archived__c.',
  ),
  replaced(
    'a related list that leads nowhere',
    ORDER_LAYOUT,
    ['<relatedList>Order_Item__c.Order__c', '<relatedList>Order_Item__c.Parent__c'],
    '<relatedLists>',
    'Order_Item__c.Parent__c is no lookup to Order__c.',
  ),
  replaced(
    'a related list with a column that does not exist',
    ORDER_LAYOUT,
    ['<fields>Options__c', '<fields>Color__c'],
    'Color__c',
    'Order_Item__c has no field Color__c.',
  ),
  {
    what: 'a layout for an object that does not exist',
    seed(copy) {
      copy.write(ORDER_LAYOUT.replace('Order__c', 'Basket__c'), copy.read(ORDER_LAYOUT));
    },
    file: ORDER_LAYOUT.replace('Order__c', 'Basket__c'),
    at: '<Layout',
    problem: 'The layout is for Basket__c, which does not exist.',
  },
  replaced(
    'a list view with a column that does not exist',
    `${CART}/listViews/Open_Carts.listView-meta.xml`,
    ['<columns>Value__c', '<columns>Worth__c'],
    'Worth__c',
    'Cart__c has no field Worth__c.',
  ),
  replaced(
    'a list view that filters for a value no record can have',
    `${ORDER}/listViews/Orders_to_Fulfill.listView-meta.xml`,
    ['Awaiting Pickup', 'Awaiting Collection'],
    '<value>',
    'Order__c.Status__c has no value "Awaiting Collection".',
  ),
  replaced(
    'a compact layout with a field that does not exist',
    `${ORDER}/compactLayouts/Order_Highlights.compactLayout-meta.xml`,
    ['<fields>Total__c', '<fields>Sum__c'],
    'Sum__c',
    'Order__c has no field Sum__c.',
  ),
  replaced(
    'a search result with a column that does not exist',
    ORDER_OBJECT,
    ['<searchResultsAdditionalFields>Total__c', '<searchResultsAdditionalFields>Sum__c'],
    'Sum__c',
    'Order__c has no field Sum__c.',
  ),
  {
    what: 'a tab for an object that does not exist',
    seed: (copy) =>
      copy.write(
        'commerce/tabs/Basket__c.tab-meta.xml',
        copy.read('commerce/tabs/Cart__c.tab-meta.xml'),
      ),
    file: 'commerce/tabs/Basket__c.tab-meta.xml',
    at: '<CustomTab',
    problem: 'The tab is for Basket__c, which does not exist.',
  },
  replaced(
    'an app with a tab that does not exist',
    APP,
    ['<tabs>standard-Lead', '<tabs>standard-Leed'],
    'standard-Leed',
    'There is no tab standard-Leed.',
  ),
];

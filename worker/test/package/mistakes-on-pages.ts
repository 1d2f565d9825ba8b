import { APP, ORDER, replaced, type SeededMistake } from './seeded-mistakes.ts';

const ORDER_PAGE = 'commerce/flexipages/Shop_Order_Record_Page.flexipage-meta.xml';
const CART_PAGE = 'commerce/flexipages/Shop_Cart_Record_Page.flexipage-meta.xml';

export const mistakesOnPages: SeededMistake[] = [
  {
    what: 'a label that is shown nowhere',
    seed: (copy) =>
      copy.replace('sync/lwc/jobsPage/labels.ts', 'c.Jobs_Try_Again', 'c.Health_Try_Again'),
    file: 'shared/labels/CustomLabels.labels-meta.xml',
    at: '<fullName>Jobs_Try_Again<',
    problem: 'The label Jobs_Try_Again is shown nowhere.',
  },
  replaced(
    'a page with a component that does not exist',
    ORDER_PAGE,
    ['>orderSummary<', '>orderSummery<'],
    'orderSummery',
    'There is no bundle orderSummery.',
  ),
  replaced(
    'a page with a component that is not made for pages',
    ORDER_PAGE,
    ['>orderSummary<', '>orderItems<'],
    'orderItems',
    'The bundle orderItems may not stand on this page.',
  ),
  replaced(
    'a page for an object that does not exist',
    CART_PAGE,
    ['<sobjectType>Cart__c', '<sobjectType>Basket__c'],
    'Basket__c',
    'There is no object Basket__c.',
  ),
  replaced(
    'an object that is shown on a page which does not exist',
    `${ORDER}/Order__c.object-meta.xml`,
    [/>Shop_Order_Record_Page<(?=[^]*>Shop_Order_Record_Page<)/, '>Order_Page<'],
    'Order_Page',
    'There is no page Order_Page.',
  ),
  replaced(
    'an app that shows an object on a page which does not exist',
    APP,
    [/>Lead_with_Shop<(?=[^]*>Lead_with_Shop<)/, '>Lead_Page<'],
    'Lead_Page',
    'There is no page Lead_Page.',
  ),
];

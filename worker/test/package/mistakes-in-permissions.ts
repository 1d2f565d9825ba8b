import { ADMIN, READER, WORKER, cut, replaced, type SeededMistake } from './seeded-mistakes.ts';

/** Matches up to one right of one object or field, so that it alone can be replaced. */
const right = (name: string, of: string) =>
  new RegExp(`(?<=<${name}>)\\w+(?=</${name}>(?:(?!</?\\w+Permissions>)[^])*>${of}<)`);
const rightAfter = (of: string, name: string) =>
  new RegExp(`(?<=>${of}<(?:(?!</?\\w+Permissions>)[^])*<${name}>)\\w+`);

export const mistakesInPermissions: SeededMistake[] = [
  replaced(
    'a permission for a field that does not exist',
    ADMIN,
    ['<hasActivationRequired>', `${fieldEntry('Order__c.Gift__c')}<hasActivationRequired>`],
    'Order__c.Gift__c',
    'The field Order__c.Gift__c does not exist.',
  ),
  replaced(
    'a permission for a standard field nobody vouched for',
    WORKER,
    ['Contact.LeadSource', 'Contact.LeadSorce'],
    'Contact.LeadSorce',
    'The field Contact.LeadSorce does not exist.',
  ),
  replaced(
    'a permission Salesforce refuses because the field is a master-detail',
    ADMIN,
    ['<hasActivationRequired>', `${fieldEntry('Order_Item__c.Order__c')}<hasActivationRequired>`],
    'Order_Item__c.Order__c',
    'Order_Item__c.Order__c is required or a master-detail, and Salesforce refuses permissions for such fields.',
  ),
  replaced(
    'a permission given twice',
    ADMIN,
    ['<hasActivationRequired>', `${fieldEntry('Order__c.Total__c')}<hasActivationRequired>`],
    '<hasActivationRequired>',
    'Order__c.Total__c stands twice in <fieldPermissions>.',
  ),
  replaced(
    'a permission for an object that does not exist',
    WORKER,
    ['<object>Account<', '<object>Acount<'],
    '<object>Acount<',
    'Acount does not exist.',
  ),
  replaced(
    'a permission for a tab that does not exist',
    READER,
    ['<tab>Cart__c<', '<tab>Basket__c<'],
    '<tab>Basket__c<',
    'Basket__c does not exist.',
  ),
  replaced(
    'a permission for an app that does not exist',
    READER,
    ['<application>Cartbridge<', '<application>Cartbrigde<'],
    '<application>Cartbrigde<',
    'Cartbrigde does not exist.',
  ),
  {
    what: 'a field the reader does not see',
    seed: (copy) => cut(copy, READER, 'fieldPermissions', 'Contact.Interests__c'),
    file: READER,
    at: '<PermissionSet',
    problem: 'Cartbridge_Reader does not show Contact.Interests__c.',
  },
  replaced(
    'a field the worker cannot write',
    WORKER,
    [right('editable', 'Lead.Cart_Status__c'), 'false'],
    '<fieldPermissions>',
    'Cartbridge_Worker cannot write Lead.Cart_Status__c.',
  ),
  replaced(
    'a field the reader may change',
    READER,
    [right('editable', 'Lead.Cart_Status__c'), 'true'],
    '<fieldPermissions>',
    'Cartbridge_Reader may write Lead.Cart_Status__c.',
  ),
  replaced(
    'results of jobs that the reader sees',
    READER,
    ['<hasActivationRequired>', `${fieldEntry('Sync_Result__c.Data__c')}<hasActivationRequired>`],
    '<fieldPermissions>',
    'Cartbridge_Reader shows Sync_Result__c.Data__c.',
  ),
  {
    what: 'an object the admin does not see',
    seed: (copy) => cut(copy, ADMIN, 'objectPermissions', 'Cart__c'),
    file: ADMIN,
    at: '<PermissionSet',
    problem: 'Cartbridge_Admin does not show Cart__c.',
  },
  replaced(
    'an object the reader may delete from',
    READER,
    [right('allowDelete', 'Cart__c'), 'true'],
    '<objectPermissions>',
    'Cartbridge_Reader may write Cart__c.',
  ),
  replaced(
    'a right to see records past sharing',
    ADMIN,
    [rightAfter('Cart__c', 'viewAllRecords'), 'true'],
    '<viewAllRecords>true',
    'Cartbridge_Admin has viewAllRecords on Cart__c.',
  ),
  replaced(
    'a right to change records past sharing',
    ADMIN,
    [right('modifyAllRecords', 'Cart__c'), 'true'],
    '<modifyAllRecords>true',
    'Cartbridge_Admin has modifyAllRecords on Cart__c.',
  ),
  replaced(
    'a system permission the worker does not need',
    WORKER,
    ['<name>ApiEnabled<', '<name>ViewAllData<'],
    '<userPermissions>',
    'Cartbridge_Worker grants the system permission ViewAllData.',
  ),
  replaced(
    'a worker that may delete people',
    WORKER,
    [right('allowDelete', 'Contact'), 'true'],
    '<allowDelete>true',
    'Cartbridge_Worker may delete Contact records.',
  ),
  {
    what: 'a permission set that is missing',
    seed: (copy) => copy.remove(READER),
    file: '',
    at: '',
    problem: 'There is no permission set Cartbridge_Reader.',
  },
];

function fieldEntry(name: string): string {
  const rights = `<editable>true</editable><field>${name}</field><readable>true</readable>`;
  return `<fieldPermissions>${rights}</fieldPermissions>`;
}

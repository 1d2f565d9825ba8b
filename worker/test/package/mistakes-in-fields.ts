import {
  CART,
  ORDER,
  field,
  forget,
  grant,
  replaced,
  type SeededMistake,
} from './seeded-mistakes.ts';

const CART_STATUS = `${CART}/fields/Status__c.field-meta.xml`;
const ITEM_LAYOUT = 'commerce/layouts/Order_Item__c-Shop Order Item Layout.layout-meta.xml';
const PAYER = 'commerce/objects/Order_Item__c/fields/Payer__c.field-meta.xml';
const onPerson = (object: string, name: string) =>
  `engagement/objects/${object}/fields/${name}.field-meta.xml`;

export const mistakesInFields: SeededMistake[] = [
  replaced(
    'an object without a description',
    `${ORDER}/Order__c.object-meta.xml`,
    [/<description>.*<\/description>/, '<description></description>'],
    '<description>',
    'Order__c has no <description>.',
  ),
  replaced(
    'a field without a description',
    field('Total__c'),
    [/ +<description>.*\n/, ''],
    '<CustomField',
    'Total__c has no <description>.',
  ),
  replaced(
    'a field without help text',
    field('Total__c'),
    [/ +<inlineHelpText>.*\n/, ''],
    '<CustomField',
    'Total__c has no <inlineHelpText>.',
  ),
  replaced(
    'a help text longer than Salesforce takes',
    field('Total__c'),
    ['What the customer pays:', 'charged '.repeat(60)],
    '<inlineHelpText>',
    '<inlineHelpText> has 563 characters.',
  ),
  replaced(
    'an external id that is not unique',
    field('External_Id__c'),
    ['<unique>true', '<unique>false'],
    '<unique>',
    'External_Id__c is an external id, but <unique> is not true.',
  ),
  replaced(
    'an external id that takes a for A',
    field('External_Id__c'),
    [/ +<caseSensitive>.*\n/, ''],
    '<externalId>',
    'External_Id__c is an external id, but <caseSensitive> is not true.',
  ),
  replaced(
    'a picklist that takes any value',
    CART_STATUS,
    ['<restricted>true', '<restricted>false'],
    '<restricted>',
    'Status__c takes values that nobody defined.',
  ),
  replaced(
    'a picklist value that stands twice',
    CART_STATUS,
    ['<fullName>Deleted', '<fullName>Abandoned'],
    '<value>',
    'The value "Abandoned" stands twice.',
  ),
  replaced(
    'a picklist without values',
    CART_STATUS,
    [/<valueSetDefinition>[^]*<\/valueSetDefinition>/, ''],
    '<valueSet>',
    'Status__c has no values.',
  ),
  replaced(
    'a text without a length',
    field('Channel__c'),
    [/ +<length>.*\n/, ''],
    '<CustomField',
    'Channel__c is a Text without a length from 1 to 255.',
  ),
  replaced(
    'a number with more digits than Salesforce keeps',
    field('Total__c'),
    ['<precision>18', '<precision>20'],
    '<precision>',
    'Total__c is a Number whose <precision> (at most 18) and <scale> do not fit.',
  ),
  replaced(
    'a lookup to an object that does not exist',
    field('Account__c'),
    ['<referenceTo>Account', '<referenceTo>Acount'],
    '<referenceTo>',
    'Account__c refers to Acount, which does not exist.',
  ),
  replaced(
    'a lookup that keeps records from being deleted',
    field('Account__c'),
    ['SetNull', 'Restrict'],
    '<deleteConstraint>',
    'Account__c may keep people from deleting records of Account.',
  ),
  {
    what: 'an account made the parent of a record',
    seed(copy) {
      const source = copy.read('commerce/objects/Order_Item__c/fields/Order__c.field-meta.xml');
      copy.write(
        PAYER,
        source
          .replace('<fullName>Order__c', '<fullName>Payer__c')
          .replace('<referenceTo>Order__c', '<referenceTo>Account'),
      );
      copy.replace(ITEM_LAYOUT, '<field>Options__c</field>', '<field>Payer__c</field>');
      forget(copy, 'Order_Item__c.Options__c');
      copy.remove('commerce/objects/Order_Item__c/fields/Options__c.field-meta.xml');
      copy.replace(
        'commerce/layouts/Order__c-Shop Order Layout.layout-meta.xml',
        'Options__c',
        'NAME',
      );
    },
    file: PAYER,
    at: '<referenceTo>',
    problem: 'Payer__c makes Account its parent, so writing many records locks it.',
  },
  {
    what: 'two lookups whose children have the same name',
    seed: (copy) =>
      copy.replace(`${CART}/fields/Contact__c.field-meta.xml`, '>Carts</rel', '>Orders</rel'),
    file: field('Contact__c'),
    at: '<relationshipName>',
    problem:
      'Contact.Orders is already the name of the children in ' +
      `force-app/main/${CART}/fields/Contact__c.field-meta.xml.`,
  },
  replaced(
    'a person field that differs between contact and lead',
    onPerson('Lead', 'Order_Count__c'),
    ['<precision>8', '<precision>9'],
    '<precision>',
    'Order_Count__c differs between Contact and Lead.',
  ),
  {
    what: 'a person field that leads lack',
    seed(copy) {
      copy.remove(onPerson('Lead', 'Interests__c'));
      forget(copy, 'Lead.Interests__c');
    },
    file: onPerson('Contact', 'Interests__c'),
    at: '<CustomField',
    problem: 'Interests__c exists only on Contact.',
  },
  {
    what: 'more person fields than anybody wants to map',
    seed(copy) {
      for (const object of ['Contact', 'Lead'])
        for (const name of ['A__c', 'B__c', 'C__c']) {
          const source = copy.read(onPerson(object, 'Interests__c'));
          copy.write(onPerson(object, name), source.replace('>Interests__c<', `>${name}<`));
          grant(copy, `${object}.${name}`);
        }
    },
    file: onPerson('Contact', 'Total_Spend__c'),
    at: '<?xml',
    problem: 'Contact has 26 fields of ours, more than 25.',
  },
];

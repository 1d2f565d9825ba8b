import { CART, ORDER, field, replaced, type SeededMistake } from './seeded-mistakes.ts';

const STRAY = `${ORDER}/fields/Gift__c.fields-meta.xml`;
const TAB = 'commerce/tabs/Cart__c.tab-meta.xml';

export const mistakesInFiles: SeededMistake[] = [
  {
    what: 'a file whose ending no metadata type has',
    seed: (copy) => copy.write(STRAY, '<CustomField/>\n'),
    file: STRAY,
    at: '<CustomField/>',
    problem: 'No metadata type has files of this name in this folder.',
  },
  {
    what: 'a note left in a folder of components',
    seed: (copy) => copy.write('commerce/tabs/todo.txt', 'later\n'),
    file: 'commerce/tabs/todo.txt',
    at: 'later',
    problem: 'No metadata type has files of this name in this folder.',
  },
  replaced(
    'an element that is not closed',
    field('Total__c'),
    ['<scale>4</scale>', '<scale>4</scal>'],
    '</scal>',
    "The XML cannot be read: Expected closing tag 'scale' (opened in line 10, col 5) " +
      "instead of closing tag 'scal'.",
  ),
  replaced(
    'an element the Metadata API does not have',
    field('Total__c'),
    ['<scale>4</scale>', '<scale>4</scale>\n    <rounding>up</rounding>'],
    '<rounding>',
    '<CustomField> has no element <rounding>.',
  ),
  replaced(
    'an element that stands twice',
    field('Total__c'),
    ['<scale>4</scale>', '<scale>4</scale>\n    <scale>2</scale>'],
    '<scale>2',
    '<scale> stands twice in <CustomField>.',
  ),
  replaced(
    'a value outside an enumeration',
    field('Total__c'),
    ['<type>Number</type>', '<type>Decimal</type>'],
    '<type>Decimal',
    '"Decimal" is no FieldType.',
  ),
  replaced(
    'a boolean that is neither true nor false',
    field('Total__c'),
    ['<required>false', '<required>no'],
    '<required>no',
    '<required> is "no", not a boolean.',
  ),
  replaced(
    'a number that is none',
    field('Channel__c'),
    ['<length>40', '<length>forty'],
    '<length>forty',
    '<length> is "forty", not a number.',
  ),
  replaced(
    'elements where a text belongs',
    field('Total__c'),
    ['<label>Total</label>', '<label><b>Total</b></label>'],
    '<label><b>',
    '<label> holds elements but takes a text.',
  ),
  replaced(
    'a required element that is missing',
    `${CART}/listViews/Open_Carts.listView-meta.xml`,
    ['    <filterScope>Everything</filterScope>\n', ''],
    '<ListView',
    '<ListView> lacks the element <filterScope>.',
  ),
  {
    what: 'a root element that is no metadata type',
    seed: (copy) => copy.write(TAB, copy.read(TAB).replaceAll('CustomTab', 'CustomTabs')),
    file: TAB,
    at: '<CustomTabs',
    problem: 'There is no metadata type CustomTabs.',
  },
  replaced(
    'a root element in a foreign namespace',
    TAB,
    ['2006/04/metadata', '2006/04/meta'],
    '<CustomTab',
    'The root element is in the wrong namespace.',
  ),
  replaced(
    'a file that holds a component of another name',
    `${CART}/listViews/Open_Carts.listView-meta.xml`,
    ['<fullName>Open_Carts', '<fullName>Carts_In_Use'],
    '<fullName>Carts_In_Use',
    'The file is named for Open_Carts, but holds Carts_In_Use.',
  ),
];

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { startOrg } from './kit.ts';
import {
  deployTo,
  document,
  fieldPart,
  objectFile,
  page,
  problems,
  text,
  type Files,
} from './metadata-kit.ts';

let org: LocalOrg;

// Every deploy here is refused, or only checks: one org serves all tests.
beforeAll(async () => {
  org = await startOrg({ empty: true });
  const files = { 'objects/Sea__c.object': objectFile('Sea', text('Salt__c')) };
  await deployTo(org, { CustomObject: ['Sea__c'] }, files);
});
afterAll(() => org.close());

const found = (types: Record<string, string[]>, files: Files): Promise<string[]> =>
  deployTo(org, types, files, { checkOnly: true }).then(problems);

const grant = (kind: string, inside: string): string =>
  document('PermissionSet', `<label>S</label>\n<${kind}>\n${inside}\n</${kind}>`);
const rights = (name: string, given: string[]): string =>
  ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords', 'viewAllRecords']
    .map((right) => `<${right}>${given.includes(right)}</${right}>`)
    .join('') + `<object>${name}</object>`;
const SET = 'permissionsets/S.permissionset';

describe('a permission set is refused', () => {
  it.each([
    [
      'for a field that does not exist',
      grant('fieldPermissions', '<editable>true</editable>\n<field>Sea__c.Sweet__c</field>'),
      `${SET}:6 In field: field - no CustomField named Sea__c.Sweet__c found`,
    ],
    [
      'for a field that nobody can be without',
      grant('fieldPermissions', '<editable>true</editable>\n<field>Sea__c.Name</field>'),
      `${SET}:6 You cannot deploy to a required field: Sea__c.Name`,
    ],
    [
      'for an object that does not exist',
      grant('objectPermissions', rights('Lake__c', ['allowRead'])),
      `${SET}:5 In field: object - no CustomObject named Lake__c found`,
    ],
    [
      'for a right without the one beneath it',
      grant('objectPermissions', rights('Sea__c', ['allowRead', 'allowDelete'])),
      `${SET}:5 Permission Delete Sea__c depends on permission(s): Edit Sea__c`,
    ],
    [
      'for a tab that does not exist',
      grant('tabSettings', '<tab>Lake__c</tab><visibility>Visible</visibility>'),
      `${SET}:5 In field: tab - no CustomTab named Lake__c found`,
    ],
    [
      'for Apex, of which there is none',
      grant('classAccesses', '<apexClass>Fish</apexClass><enabled>true</enabled>'),
      `${SET}:5 In field: apexClass - no ApexClass named Fish found`,
    ],
    [
      'for an element that no permission set has',
      document('PermissionSet', '<label>S</label>\n<wishes>many</wishes>'),
      `${SET}:4 Element {http://soap.sforce.com/2006/04/metadata}wishes invalid at this location in type PermissionSet`,
    ],
    [
      'for a text where true or false belongs',
      grant('userPermissions', '<enabled>yes</enabled>\n<name>ApiEnabled</name>'),
      `${SET}:5 'yes' is not a valid value for the type xsd:boolean`,
    ],
    [
      'when its XML is broken',
      '<PermissionSet>\n<label>S</lable>\n</PermissionSet>',
      `${SET}:2 Expected closing tag 'label' (opened in line 2, col 1) instead of closing tag 'lable'.`,
    ],
  ])('%s', async (_, file, problem) => {
    expect(await found({ PermissionSet: ['S'] }, { [SET]: file })).toEqual([problem]);
  });
});

const FILE = 'objects/Boat__c.object';

describe('a field is refused', () => {
  it.each([
    ['<type>Text</type>', "Must specify a 'length' for a CustomField of type Text"],
    [
      '<precision>4</precision><type>Number</type>',
      "Must specify a 'scale' for a CustomField of type Number",
    ],
    ['<length>300</length><type>Text</type>', 'Text fields can have at most 255 characters'],
    ['<type>Riddle</type>', "'Riddle' is not a valid value for the enum 'FieldType'"],
    ['<type>Location</type>', "Fields of type 'Location' are not available in this organization"],
    ['<type>Picklist</type>', "Must specify a 'valueSet' for a CustomField of type Picklist"],
    [
      '<referenceTo>Lake__c</referenceTo><type>Lookup</type>',
      "referenceTo value of 'Lake__c' does not resolve to a valid sObject type",
    ],
  ])('that says %s', async (rest, problem) => {
    const files = { [FILE]: objectFile('Boat', fieldPart('F__c', rest)) };
    expect(await found({ CustomObject: ['Boat__c'] }, files)).toEqual([`${FILE}:7 ${problem}`]);
  });

  it('whose parent calls other children by the same name', async () => {
    const lookup = '<referenceTo>Sea__c</referenceTo><relationshipName>Boats</relationshipName>';
    const fields = ['A__c', 'B__c'].map((name) => fieldPart(name, `${lookup}<type>Lookup</type>`));
    const files = { [FILE]: objectFile('Boat', fields.join('')) };
    const text = 'There is already a Child Relationship named Boats on Sea__c.';
    expect(await found({ CustomObject: ['Boat__c'] }, files)).toEqual([
      `${FILE}:7 ${text}`,
      `${FILE}:8 ${text}`,
    ]);
  });
});

const layout = (inside: string): string =>
  document(
    'Layout',
    `<layoutSections><layoutColumns>\n<layoutItems><field>Name</field></layoutItems>\n${inside}</layoutColumns><style>OneColumn</style></layoutSections>`,
  );

describe('what names something that is not there is refused:', () => {
  it.each([
    [
      'a layout with a field',
      'Layout',
      'Sea__c-Sea Layout',
      'layouts/Sea__c-Sea Layout.layout',
      layout('<layoutItems><field>Sweet__c</field></layoutItems>'),
      '5 In field: field - no CustomField named Sea__c.Sweet__c found',
    ],
    [
      'a layout of an object',
      'Layout',
      'Lake__c-Layout',
      'layouts/Lake__c-Layout.layout',
      layout(''),
      '2 Parent entity failed to deploy: no CustomObject named Lake__c found',
    ],
    [
      'a page with a component',
      'FlexiPage',
      'P',
      'flexipages/P.flexipage',
      page('c:mermaid'),
      "5 We couldn't retrieve the design time component information for component c:mermaid.",
    ],
    [
      'an app with a tab',
      'CustomApplication',
      'A',
      'applications/A.app',
      document('CustomApplication', '<label>A</label>\n<tabs>Lake__c</tabs>'),
      '4 In field: tabs - no CustomTab named Lake__c found',
    ],
    [
      'a channel member with an object',
      'PlatformEventChannelMember',
      'M',
      'platformEventChannelMembers/M.platformEventChannelMember',
      document(
        'PlatformEventChannelMember',
        '<eventChannel>ChangeEvents</eventChannel>\n<selectedEntity>Lake__ChangeEvent</selectedEntity>',
      ),
      '4 In field: selectedEntity - no entity named Lake__ChangeEvent found',
    ],
  ])('%s', async (_, type, name, file, content, problem) => {
    expect(await found({ [type]: [name] }, { [file]: content })).toEqual([`${file}:${problem}`]);
  });

  it('a manifest with a component', async () => {
    expect(await found({ CustomTab: ['Lake__c'] }, {})).toEqual([
      "package.xml:1 An object 'Lake__c' of type CustomTab was named in package.xml, but was not found in zipped directory",
    ]);
  });

  it('a manifest with a kind of metadata that the org does not have', async () => {
    expect(await found({ Flow: ['Stream'] }, {})).toEqual([
      "package.xml:1 Entity type 'Flow' is not available in this organization",
    ]);
  });
});

import { expect } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { deployTo, fieldPart, objectFile, problems, type Files } from './metadata-kit.ts';

export const number = (name: string) =>
  fieldPart(name, '<precision>18</precision><scale>2</scale><type>Number</type>');
export const formula = (name: string, type: string, text: string, more = '') =>
  fieldPart(
    name,
    `<formula>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</formula>${more}<type>${type}</type>`,
  );
export const scale = '<precision>18</precision><scale>2</scale>';
export const status = fieldPart(
  'Status__c',
  '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>' +
    '<value><fullName>Open</fullName><default>true</default><label>Open</label></value>' +
    '<value><fullName>Paid</fullName><default>false</default><label>Paid</label></value>' +
    '</valueSetDefinition></valueSet>',
);
const master = fieldPart(
  'Sale__c',
  '<referenceTo>Sale__c</referenceTo><relationshipLabel>Lines</relationshipLabel>' +
    '<relationshipName>Lines</relationshipName><type>MasterDetail</type>',
);
const summary = (name: string, operation: string, more = '') =>
  fieldPart(
    name,
    `<summaryForeignKey>Line__c.Sale__c</summaryForeignKey>` +
      `<summaryOperation>${operation}</summaryOperation>${more}<type>Summary</type>`,
  );
const summarized = '<summarizedField>Line__c.Amount__c</summarizedField>';

const ORDER = [
  number('Net__c'),
  status,
  formula('Gross__c', 'Currency', 'ROUND(Net__c * 1.19, 2)', scale),
  formula('Label__c', 'Text', 'UPPER(name) & " / " & TEXT(Status__c)'),
  formula('Is_Big__c', 'Checkbox', 'Gross__c >= 100'),
  formula('Age__c', 'Number', 'TODAY() - DATEVALUE(CreatedDate)', scale),
  fieldPart('Due__c', '<defaultValue>TODAY() + 14</defaultValue><type>Date</type>'),
  summary('Total__c', 'sum', summarized),
  summary(
    'Paid_Lines__c',
    'count',
    '<summaryFilterItems><field>Line__c.Done__c</field><operation>equals</operation><value>true</value></summaryFilterItems>',
  ),
  summary('Dearest__c', 'max', summarized),
].join('');
const LINE = [
  master,
  number('Amount__c'),
  fieldPart('Done__c', '<defaultValue>false</defaultValue><type>Checkbox</type>'),
  formula('Of__c', 'Text', 'Sale__r.Label__c & ": " & TEXT(Amount__c)'),
].join('');
const TYPES = { CustomObject: ['Sale__c', 'Line__c'] };
const files = (sale = ORDER, line = LINE): Files => ({
  'objects/Sale__c.object': objectFile('Sale', sale),
  'objects/Line__c.object': objectFile('Line', line, 'ControlledByParent'),
});

/** Deploys sales and their lines, with fields that are worked out. */
export async function deployed(org: LocalOrg): Promise<void> {
  expect(problems(await deployTo(org, TYPES, files()))).toEqual([]);
}

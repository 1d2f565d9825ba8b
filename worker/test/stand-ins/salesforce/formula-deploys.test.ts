import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { deployed, formula, scale, status } from './formula-kit.ts';
import { startOrg } from './kit.ts';
import { deployTo, objectFile, problems } from './metadata-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg({ empty: true });
});
beforeEach(() => org.reset());
afterAll(() => org.close());

describe('a deploy refuses a formula', () => {
  it.each([
    ['that names no field', 'Text', 'Bogus__c', 'Field Bogus__c does not exist. Check spelling.'],
    [
      'of a function there is not',
      'Text',
      'SHOUT(Name)',
      'Unknown function SHOUT. Check spelling.',
    ],
    [
      'of another type than its field',
      'Number',
      'Name',
      'Formula result is data type (Text), incompatible with expected data type (Number).',
    ],
    ['that is not finished', 'Text', 'LEFT(Name, 2', "Syntax error.  Missing ')'"],
    [
      'that compares a picklist as if it were text',
      'Checkbox',
      'Status__c = "Open"',
      'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.',
    ],
    [
      'that asks what only a save knows',
      'Checkbox',
      'ISCHANGED(Name)',
      'Function ISCHANGED may not be used in this type of formula',
    ],
    [
      'that refers to itself by way of another',
      'Number',
      'Other__c + 1',
      'The formula of Bad__c refers to itself, directly or by another formula',
    ],
  ])('%s', async (_, type, text, problem) => {
    const other = formula('Other__c', 'Number', text.includes('Other__c') ? 'Bad__c' : '1', scale);
    const bad = formula('Bad__c', type, text, type === 'Number' ? scale : '');
    const answer = await deployTo(
      org,
      { CustomObject: ['Sale__c'] },
      {
        'objects/Sale__c.object': objectFile('Sale', status + other + bad),
      },
    );
    expect(problems(answer).map((line) => line.replace(/^\S+ /, ''))).toContain(problem);
  });

  it('that names a field which is to be deleted', async () => {
    await deployed(org);
    const answer = await deployTo(
      org,
      {},
      {
        'destructiveChanges.xml':
          '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>Sale__c.Net__c' +
          '</members><name>CustomField</name></types></Package>',
      },
    );
    expect(problems(answer).join()).toContain('CustomField - Sale__c.Gross__c');
  });
});

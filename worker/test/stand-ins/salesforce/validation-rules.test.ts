import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { askAs, connectAsAdmin, connectAsWorker, create, startOrg } from './kit.ts';
import { deployTo, document, problems } from './metadata-kit.ts';

let org: LocalOrg;
beforeAll(async () => {
  org = await startOrg();
});
beforeEach(() => org.reset());
afterAll(() => org.close());
const ask = askAs(() => org);

interface Rule {
  formula: string;
  name?: string;
  active?: boolean;
  field?: string;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const rulePart = ({ formula, name = 'Rule', active = true, field }: Rule): string =>
  `<validationRules><fullName>${name}</fullName><active>${String(active)}</active>
<errorConditionFormula>${escaped(formula)}</errorConditionFormula>
${field ? `<errorDisplayField>${field}</errorDisplayField>` : ''}
<errorMessage>${name} is broken.</errorMessage></validationRules>`;

/** Deploys rules of leads as the Salesforce CLI would, each by its own name. */
const deployRules = (...rules: Rule[]) =>
  deployTo(
    org,
    { ValidationRule: rules.map(({ name = 'Rule' }) => `Lead.${name}`) },
    { 'objects/Lead.object': document('CustomObject', rules.map(rulePart).join('\n')) },
  );

async function deployed(...rules: Rule[]): Promise<void> {
  expect(problems(await deployRules(...rules))).toEqual([]);
}

const lead = { LastName: 'Doe', Company: 'Acme' };
const said = (fields: string[] = [], name = 'Rule') => ({
  errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message: `${name} is broken.`,
  fields,
});

describe('a deployed validation rule', () => {
  it('refuses a record of which its formula is true, beside its field', async () => {
    await deployed({
      formula: 'ISBLANK(Phone) && NOT(ISPICKVAL(LeadSource, "Web"))',
      field: 'Phone',
    });
    expect(await ask('POST', 'sobjects/Lead', lead)).toMatchObject({
      status: 400,
      json: [said(['Phone'])],
    });
    expect((await ask('POST', 'sobjects/Lead', { ...lead, Phone: '1' })).status).toBe(201);
    expect((await ask('POST', 'sobjects/Lead', { ...lead, LeadSource: 'Web' })).status).toBe(201);
  });

  it('says what is wrong together with all others that are broken', async () => {
    await deployed(
      { name: 'Phone', formula: 'ISBLANK(Phone)', field: 'Phone' },
      { name: 'Top', formula: 'LEN(LastName) < 5' },
      { name: 'Off', formula: 'TRUE', active: false },
      { name: 'Fine', formula: 'ISBLANK(Company)' },
    );
    const { json } = await ask('POST', 'sobjects/Lead', lead);
    expect(json).toEqual([said(['Phone'], 'Phone'), said([], 'Top')]);
  });

  it('stands in the way of every route by which a record can come', async () => {
    await deployed({ formula: 'CONTAINS(Company, "Bad")' });
    const bad = { ...lead, Company: 'Bad Inc' };
    const rows = [{ attributes: { type: 'Lead' }, ...bad }];
    const failed = { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Rule is broken.' };
    expect((await ask('POST', 'composite/sobjects', { records: rows })).json).toMatchObject([
      { success: false, errors: [failed] },
    ]);
    const tree = { records: [{ attributes: { type: 'Lead', referenceId: 'a' }, ...bad }] };
    expect((await ask('POST', 'composite/tree/Lead', tree)).json).toMatchObject({
      hasErrors: true,
      results: [{ errors: [failed] }],
    });
    const upserted = await ask('PATCH', 'sobjects/Lead/Customer_Key__c/k', bad);
    expect(upserted).toMatchObject({ status: 400, json: [said()] });
    const worker = await connectAsWorker(org);
    const { failedResults } = await worker.bulk2.loadAndWaitForResults({
      object: 'Lead',
      operation: 'insert',
      input: [bad],
      pollInterval: 5,
    });
    expect(failedResults).toMatchObject([
      { sf__Error: 'FIELD_CUSTOM_VALIDATION_EXCEPTION:Rule is broken.:--' },
    ]);
    expect(org.query('SELECT Id FROM Lead')).toEqual([]);
  });

  it('knows what changes, what was before, and what is new', async () => {
    await deployed(
      { name: 'Frozen', formula: 'ISCHANGED(Company)', field: 'Company' },
      { name: 'Fewer', formula: 'PRIORVALUE(NumberOfEmployees) > NumberOfEmployees' },
      { name: 'Late', formula: 'AND(NOT(ISNEW()), ISBLANK(Title))' },
    );
    const id = await create(org, 'Lead', { ...lead, NumberOfEmployees: 5 });
    const change = (fields: object) => ask('PATCH', `sobjects/Lead/${id}`, fields);
    expect((await change({ NumberOfEmployees: 4, Title: 'x' })).json).toEqual([said([], 'Fewer')]);
    expect((await change({ Company: 'Other', Title: 'x' })).json).toEqual([
      said(['Company'], 'Frozen'),
    ]);
    expect((await change({ NumberOfEmployees: 6 })).json).toEqual([said([], 'Late')]);
    expect((await change({ NumberOfEmployees: 6, Company: 'Acme', Title: 'x' })).status).toBe(204);
  });

  it('knows who saves, and lets those pass whom it names', async () => {
    await deployed({
      formula: '$Profile.Name <> "System Administrator" && $User.LastName = "Worker"',
    });
    expect((await ask('POST', 'sobjects/Lead', lead)).status).toBe(201);
    const worker = await connectAsWorker(org);
    await expect(worker.sobject('Lead').create(lead)).rejects.toMatchObject({
      name: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    });
  });

  it('is over once a deploy takes it away or switches it off', async () => {
    await deployed({ formula: 'TRUE' });
    expect((await ask('POST', 'sobjects/Lead', lead)).status).toBe(400);
    await deployed({ formula: 'TRUE', active: false });
    expect((await ask('POST', 'sobjects/Lead', lead)).status).toBe(201);
  });
});

describe('a deploy refuses a rule', () => {
  it.each([
    ['that names no field', 'Bogus__c = 1', 'Field Bogus__c does not exist. Check spelling.'],
    [
      'that names no parent’s field',
      'Owner.Bogus = "x"',
      'Field Owner.Bogus does not exist. Check spelling.',
    ],
    [
      'that is neither true nor false',
      'LEFT(LastName, 2)',
      'Formula result is data type (Text), incompatible with expected data type (true or false).',
    ],
    [
      'that leaves an argument out',
      'BEGINS(LastName)',
      "Incorrect number of parameters for function 'BEGINS()'. Expected 2, received 1",
    ],
    ['with a parenthesis too many', 'ISBLANK(Phone))', "Syntax error.  Extra ')'"],
    ['of a function there is not', 'ISEMPTY(Phone)', 'Unknown function ISEMPTY. Check spelling.'],
    ['with a pattern that is none', 'REGEX(Phone, "(")', 'Invalid regular expression: ('],
    [
      'that compares a number with text',
      'NumberOfEmployees = "5"',
      "Incorrect parameter type for operator '='. Expected Number, received Text",
    ],
  ])('%s', async (_, formula, problem) => {
    expect(problems(await deployRules({ formula }))).toEqual([`objects/Lead.object:4 ${problem}`]);
  });
});

describe('a rule that a control adds', () => {
  it('is a formula like any other', async () => {
    org.addValidationRule({
      object: 'Lead',
      formula: 'ISBLANK(Phone)',
      message: 'Rule is broken.',
    });
    const leads = connectAsAdmin(org).sobject('Lead');
    await expect(leads.create(lead)).rejects.toMatchObject({
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Rule is broken.',
    });
  });

  it('comes over the control route as well, if it is one', async () => {
    const post = (formula: string) =>
      fetch(`${org.url}/__local__/validation-rules`, {
        method: 'POST',
        body: JSON.stringify({
          object: 'Lead',
          formula,
          field: 'Phone',
          message: 'Rule is broken.',
        }),
      });
    const refused = await post('Bogus__c');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({
      message: 'Field Bogus__c does not exist. Check spelling.',
    });
    expect((await post('ISBLANK(Phone)')).status).toBe(204);
    expect((await ask('POST', 'sobjects/Lead', lead)).json).toEqual([said(['Phone'])]);
  });

  it('is refused when it is none', () => {
    const rule = { object: 'Lead', formula: 'ISBLANK(Phone', message: 'x' };
    expect(() => org.addValidationRule(rule)).toThrow("Syntax error.  Missing ')'");
    expect(org.rules.validationRules.list()).toEqual([]);
  });
});

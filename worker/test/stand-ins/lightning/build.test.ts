import { beforeAll, expect, test } from 'vitest';
import { demo, FIRST_BUILD_MS, META, problemsOf, sharedPlatform, sourceOf } from './build-kit.ts';

beforeAll(sharedPlatform, FIRST_BUILD_MS);

const uses = (name: string, id: string) =>
  demo(`import ${name} from '${id}';\nconsole.log(${name});`);

test.each([
  ['a label that does not exist', '@salesforce/label/c.Lost', 'there is no such label'],
  ['an object that does not exist', '@salesforce/schema/Lost__c', 'there is no object Lost__c'],
  ['a standard field that does not exist', '@salesforce/schema/Contact.Mail', 'has no Mail'],
  [
    'a parent field that does not exist',
    '@salesforce/schema/Contact.Account.Mail',
    'Account has no Mail',
  ],
  [
    'a static resource that does not exist',
    '@salesforce/resourceUrl/logo',
    'no such static resource',
  ],
  [
    'a channel that does not exist',
    '@salesforce/messageChannel/Lost__c',
    'no such message channel',
  ],
  [
    'a permission that does not exist',
    '@salesforce/customPermission/Lost',
    'no such custom permission',
  ],
  ['Apex', '@salesforce/apex/Orders.find', 'the package has no Apex'],
  ['an Experience site', '@salesforce/community/Id', 'Experience sites only'],
  ['a scope that does not exist', '@salesforce/weather/Today', 'No MODULE named'],
  [
    'a platform module that does not exist',
    'lightning/weather',
    'No MODULE named lightning/weather',
  ],
  ['a private part of the base components', 'lightning/utilsPrivate', 'No MODULE named'],
  ['a platform module without a stand-in', 'lightning/uiAppsApi', 'no stand-in for it yet'],
  ['an npm package', 'luxon', 'npm packages do not exist'],
  ['a bundle that does not exist', 'c/lost', 'No MODULE named c/lost'],
  ['a file that does not exist', './lost', 'There is no ./lost'],
])('a component that imports %s is refused', async (_, id, reason) => {
  const [problem] = await problemsOf(uses('thing', id));
  expect(problem?.file, 'The refusal names the file').toBe('lwc/demo/demo.ts');
  expect(problem?.reason).toMatch(new RegExp(reason));
});

test('an import of a name that a platform module lacks is refused', async () => {
  const [problem] = await problemsOf(
    demo(`import { getRecordUi } from 'lightning/uiRecordApi';\nconsole.log(getRecordUi);`),
  );
  expect(problem?.reason).toContain('No matching export');
  expect(problem?.reason).toContain('getRecordUi');
});

test('a tag that no component stands behind is refused in its template', async () => {
  const files = demo('', '<template><lightning-weather></lightning-weather></template>');
  const [problem] = await problemsOf(files);
  expect(problem).toEqual({
    file: 'lwc/demo/demo.html',
    reason: expect.stringContaining('No MODULE named lightning/weather') as string,
  });
});

test('a template that does not compile is refused with the place of its fault', async () => {
  const [problem] = await problemsOf(demo('', '<template><p></template>'));
  expect(problem?.file).toBe('lwc/demo/demo.html');
  expect(problem?.reason).toContain('LWC');
});

test('a bundle without a configuration file is refused', async () => {
  const files = Object.entries(demo('')).filter(([name]) => !name.endsWith('.xml'));
  expect(await problemsOf(Object.fromEntries(files))).toEqual([
    {
      file: 'lwc/demo/demo.js-meta.xml',
      reason: 'The configuration file demo.js-meta.xml is missing.',
    },
  ]);
});

test('a target that does not exist is refused', async () => {
  const meta = META.replace(
    '<isExposed>false</isExposed>',
    '<isExposed>true</isExposed><targets><target>lightning__Moon</target></targets>',
  );
  const [problem] = await problemsOf({ ...demo(''), 'lwc/demo/demo.js-meta.xml': meta });
  expect(problem?.reason).toContain('unknown target lightning__Moon');
});

test('a custom field that the sources have dropped is refused though the org still has it', async () => {
  const field = '<CustomField><fullName>Kept__c</fullName><type>Text</type></CustomField>';
  const source = { 'objects/Contact/fields/Kept__c.field-meta.xml': field };
  const problems = await problemsOf({
    ...uses('field', '@salesforce/schema/Contact.Dropped__c'),
    ...source,
  });
  expect(problems[0]?.reason).toContain('Contact has no Dropped__c');
});

test('a field of the sources carries the namespace of the installed package', async () => {
  const field = '<CustomField><fullName>Kept__c</fullName><type>Text</type></CustomField>';
  const files = {
    ...uses('field', '@salesforce/schema/Contact.Kept__c'),
    'objects/Contact/fields/Kept__c.field-meta.xml': field,
  };
  const { builder } = await sourceOf(files, { namespace: 'cb' });
  const built = await builder.build();
  const script = Buffer.from(built.files.get('c/demo.js') ?? []).toString();
  expect(script).toMatch(/cb__Kept__c/);
  expect(script).toMatch(/objectApiName.{1,4}"Contact"/s);
});

test('a GraphQL text names what the org has, and keeps its aliases', async () => {
  const text = `query q($i: Order__cUpdateInput!) { Order__c(where: { Is_Open__c: { eq: true } }) {
    Total__c: Total__c { value } Orders__r { Name } other__Kept__c { value } Name } }`;
  const files = demo(`import { gql } from 'lightning/graphql';\nconsole.log(gql\`${text}\`);`);
  const { builder } = await sourceOf(files, { namespace: 'cb' });
  const built = await builder.build();
  const script = Buffer.from(built.files.get('c/demo.js') ?? []).toString();
  expect(script).toContain('$i: cb__Order__cUpdateInput!');
  expect(script).toContain('cb__Order__c(where: { cb__Is_Open__c: { eq: true } })');
  expect(script).toContain('Total__c: cb__Total__c { value } cb__Orders__r { Name }');
  expect(script).toContain(' other__Kept__c { value }');
});

test('an edit is built again in less than two seconds', async () => {
  const { builder, write } = await sourceOf(demo('console.log("before");'));
  await builder.build();
  write(demo('console.log("after");'));
  const { took, files } = await builder.build();
  expect(Buffer.from(files.get('c/demo.js') ?? []).toString()).toContain('"after"');
  expect(took, 'Milliseconds of the second build').toBeLessThan(2_000);
});

test('what was refused is built once it is mended', async () => {
  const { builder, write } = await sourceOf(uses('lost', 'c/lost'));
  await expect(builder.build()).rejects.toThrow('No MODULE named c/lost');
  write({ 'lwc/lost/lost.ts': 'export default 1;\n', 'lwc/lost/lost.js-meta.xml': META });
  const { files } = await builder.build();
  expect([...files.keys()]).toContain('c/lost.js');
});

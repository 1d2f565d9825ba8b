import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { startOrg } from './kit.ts';
import {
  deployTo,
  document,
  objectFile,
  page,
  problems,
  text,
  type Files,
} from './metadata-kit.ts';

let org: LocalOrg;

// Every bundle here is refused, or only checked: one org serves all tests.
beforeAll(async () => {
  org = await startOrg({ empty: true });
  const files = { 'objects/Sea__c.object': objectFile('Sea', text('Salt__c')) };
  await deployTo(org, { CustomObject: ['Sea__c'] }, files);
});
afterAll(() => org.close());

const found = (types: Record<string, string[]>, files: Files): Promise<string[]> =>
  deployTo(org, types, files, { checkOnly: true }).then(problems);

describe('a Lightning bundle in TypeScript', () => {
  const meta = (target = 'lightning__AppPage'): string =>
    document(
      'LightningComponentBundle',
      `<apiVersion>66.0</apiVersion>\n<isExposed>true</isExposed>\n<targets>\n<target>${target}</target>\n</targets>`,
    );
  const script = (first = '', inside = "label: string = 'x';"): string =>
    `import { LightningElement, api } from 'lwc';\n${first}\nexport default class Wave extends LightningElement {\n  @api ${inside}\n}\n`;
  const bundle = (changes: Files): Files => ({
    'lwc/wave/wave.ts': script(),
    'lwc/wave/wave.html': '<template>\n<p>{label}</p>\n</template>',
    'lwc/wave/wave.js-meta.xml': meta(),
    ...changes,
  });

  it('passes, and a page may show it', async () => {
    const types = { LightningComponentBundle: ['wave'], FlexiPage: ['P'] };
    const files = { ...bundle({}), 'flexipages/P.flexipage': page('c:wave') };
    expect(await found(types, files)).toEqual([]);
  });

  it.each([
    [
      'a template that does not compile',
      { 'lwc/wave/wave.html': '<template>\n<p lwc:foo>{label}</p>\n</template>' },
      'lwc/wave/wave.html:2 [Line: 2, Col: 1] LWC1127: Invalid directive "lwc:foo" on element <p>.',
    ],
    [
      'a script whose types go further than types',
      { 'lwc/wave/wave.ts': script('enum Tide { Low, High }') },
      'lwc/wave/wave.ts:2 SyntaxError: TypeScript enum is not supported in strip-only mode',
    ],
    [
      'a label that does not exist',
      { 'lwc/wave/wave.ts': script("import L from '@salesforce/label/c.Foam';") },
      'lwc/wave/wave.ts:2 Invalid reference c.Foam of type label in file wave.ts',
    ],
    [
      'a field that does not exist',
      { 'lwc/wave/wave.ts': script("import F from '@salesforce/schema/Sea__c.Sweet__c';") },
      'lwc/wave/wave.ts:2 Invalid reference Sea__c.Sweet__c of type sobjectField in file wave.ts',
    ],
    [
      'another component that does not exist',
      { 'lwc/wave/wave.html': '<template>\n\n<c-tall-ship></c-tall-ship>\n</template>' },
      'lwc/wave/wave.html:3 No COMPONENT named markup://c:tallShip found : [markup://c:wave]',
    ],
    [
      'a target that no platform has',
      { 'lwc/wave/wave.js-meta.xml': meta('lightning__Ocean') },
      'lwc/wave/wave.js-meta.xml:6 Invalid target: lightning__Ocean',
    ],
  ])('is refused for %s', async (_, changes, problem) => {
    expect(await found({ LightningComponentBundle: ['wave'] }, bundle(changes as Files))).toEqual([
      problem,
    ]);
  });

  it('is refused without its description', async () => {
    const files = { 'lwc/wave/wave.ts': script() };
    const answer = await deployTo(org, { LightningComponentBundle: ['wave'] }, files);
    expect(answer.details.componentFailures.map(({ problem }) => problem)).toEqual([
      'Cannot find wave.js-meta.xml: every Lightning component bundle needs one',
    ]);
  });

  it('fails a page that shows it where it may not be', async () => {
    const types = { LightningComponentBundle: ['wave'], FlexiPage: ['P'] };
    const files = {
      ...bundle({ 'lwc/wave/wave.js-meta.xml': meta('lightning__Tab') }),
      'flexipages/P.flexipage': page('c:wave'),
    };
    expect(await found(types, files)).toEqual([
      'flexipages/P.flexipage:5 The component c:wave is not available on pages of type AppPage.',
    ]);
  });
});

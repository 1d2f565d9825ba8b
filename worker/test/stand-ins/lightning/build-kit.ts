import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createBundleBuilder,
  type BundleBuilder,
} from '../../../stand-ins/lightning/build/bundles.ts';
import { BuildFailure, type BuildProblem } from '../../../stand-ins/lightning/build/failure.ts';
import { CACHE } from '../../../stand-ins/lightning/build/places.ts';
import { buildPlatform, type Platform } from '../../../stand-ins/lightning/build/platform.ts';
import type { Describe } from '../../../stand-ins/lightning/build/schema-check.ts';

/** Time for the platform's modules on a machine that never built them. */
export const FIRST_BUILD_MS = 180_000;

export const META = `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <isExposed>false</isExposed>
</LightningComponentBundle>
`;

/** An org that has contacts, and accounts as their parents. */
export const describeContact: Describe = (object) => {
  const fields: Record<string, [string, { relationshipName?: string; referenceTo: string[] }][]> = {
    Contact: [
      ['Email', { referenceTo: [] }],
      ['AccountId', { relationshipName: 'Account', referenceTo: ['Account'] }],
      ['Dropped__c', { referenceTo: [] }],
    ],
    Account: [['Name', { referenceTo: [] }]],
  };
  const found = fields[object];
  return Promise.resolve(found && { fields: new Map(found) });
};

let platform: Promise<Platform> | undefined;

export function sharedPlatform(): Promise<Platform> {
  platform ??= buildPlatform(CACHE);
  return platform;
}

export interface Source {
  folder: string;
  write: (files: Record<string, string>) => void;
  builder: BundleBuilder;
}

/** A source folder that is gone after the test, and its builder. */
export async function sourceOf(
  files: Record<string, string>,
  options: { namespace?: string } = {},
): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'local-lightning-'));
  const { exports } = await sharedPlatform();
  const builder = createBundleBuilder({
    source: folder,
    cacheDir: CACHE,
    describe: describeContact,
    namespace: options.namespace ?? '',
    exports,
  });
  const write = (more: Record<string, string>) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  write(files);
  onTestFinished(async () => {
    await builder.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, write, builder };
}

/** A bundle `demo` of one script, beside its configuration. */
export function demo(script: string, template = '<template></template>'): Record<string, string> {
  return {
    'lwc/demo/demo.ts': `import { LightningElement } from 'lwc';\n${script}\nexport default class Demo extends LightningElement {}\n`,
    'lwc/demo/demo.html': template,
    'lwc/demo/demo.js-meta.xml': META,
  };
}

/** Why these files would not deploy. Fails when they would. */
export async function problemsOf(files: Record<string, string>): Promise<BuildProblem[]> {
  const { builder } = await sourceOf(files);
  try {
    await builder.build();
  } catch (error) {
    if (error instanceof BuildFailure) return error.problems;
    throw error;
  }
  throw new Error('The files were built, and a deploy would have refused them.');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPackageFiles } from '../../../scripts/check-metadata/package-files.ts';
import { buildPackageModel, fieldType } from '../../../scripts/check-metadata/package-model.ts';
import { textOf } from '../../../scripts/check-metadata/xml.ts';
import { projectRoot } from './package-copy.ts';

const page = readFileSync(join(projectRoot, 'docs/package.md'), 'utf8');
const sections = page.split(/^##/m).map((part) => part.split('\n'));
const { objects } = buildPackageModel(readPackageFiles(projectRoot));

describe('the page about the package', () => {
  it.each([...objects.keys()])('gives the fields of %s the meaning people read', (name) => {
    const section = sections.find(([title = '']) => title.includes(`\`${name}\``)) ?? [];

    for (const field of objects.get(name)?.fields.values() ?? []) {
      const line = section.find((text) => text.startsWith(`- \`${field.name}\` (`));
      expect(line, field.name).toContain(` (${fieldType(field)}`);
      expect(line, field.name).toMatch(/\): /);
      expect(line?.split('): ').at(1), field.name).toBe(textOf(field.root, 'inlineHelpText'));
    }
  });
});

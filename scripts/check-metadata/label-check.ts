import type { Check } from './finding.ts';
import type { PackageModel } from './package-model.ts';
import { childNamed, childrenNamed, textOf } from './xml.ts';

/** As bundles import a label, and as templates of pages name one. */
const MENTIONS = /@salesforce\/label\/c\.(\w+)|\$Label\.(?:c\.)?(\w+)/g;

/** Every label goes to translators: one that is shown nowhere costs their time for nothing. */
export const labelsAreShown: Check<PackageModel> = {
  name: 'every custom label is shown somewhere',
  findings: ({ files, texts }) => {
    const said = [...texts, ...files.map(({ source }) => source)];
    const shown = new Set(
      said.flatMap((text) => [...text.matchAll(MENTIONS)].map(([, one, other]) => one ?? other)),
    );
    return files
      .filter(({ type }) => type === 'CustomLabels')
      .flatMap((file) =>
        childrenNamed(file.root, 'labels')
          .filter((label) => !shown.has(textOf(label, 'fullName')))
          .map((label) => ({
            file: file.path,
            line: childNamed(label, 'fullName')?.line ?? label.line,
            problem: `The label ${textOf(label, 'fullName')} is shown nowhere.`,
            action: 'Use it or remove it.',
          })),
      );
  },
};

import type { Check } from './finding.ts';
import { fieldType, type PackageModel } from './package-model.ts';
import { childNamed, textOf } from './xml.ts';

export const fileNamesAgree: Check<PackageModel> = {
  name: 'files bear the name of what they hold',
  findings: ({ files }) =>
    files.flatMap((file) => {
      const fullName = childNamed(file.root, 'fullName');
      if (!fullName || fullName.text === file.name) return [];
      return [
        {
          file: file.path,
          line: fullName.line,
          problem: `The file is named for ${file.name}, but holds ${fullName.text}.`,
          action: 'Rename the one or the other.',
        },
      ];
    }),
};

export const relationshipNamesDiffer: Check<PackageModel> = {
  name: 'no two lookups give an object children of the same name',
  findings({ files }) {
    const taken = new Map<string, string>();
    return files.flatMap((file) => {
      if (file.type !== 'CustomField' || !['Lookup', 'MasterDetail'].includes(fieldType(file)))
        return [];
      const element = childNamed(file.root, 'relationshipName') ?? file.root;
      const key = `${textOf(file.root, 'referenceTo')}.${textOf(file.root, 'relationshipName')}`;
      const other = taken.get(key);
      taken.set(key, file.path);
      if (!other) return [];
      return [
        {
          file: file.path,
          line: element.line,
          problem: `${key} is already the name of the children in ${other}.`,
          action: 'Give this lookup another <relationshipName>.',
        },
      ];
    });
  },
};

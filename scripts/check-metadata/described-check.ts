import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import type { PackageModel } from './package-model.ts';
import { childNamed } from './xml.ts';

/** What each type must say for its readers, and how long Salesforce lets it be, in characters. */
const TEXTS: Record<string, Record<string, number>> = {
  CustomObject: { label: 40, pluralLabel: 40, description: 1000 },
  CustomField: { label: 40, description: 1000, inlineHelpText: 510 },
  CustomTab: { description: 1000 },
  CustomApplication: { label: 40, description: 255 },
  PermissionSet: { label: 80, description: 255 },
};

export const everythingIsExplained: Check<PackageModel> = {
  name: 'every object, field, tab, app and permission set explains itself',
  findings: ({ files }) =>
    files.flatMap((file) =>
      Object.entries(TEXTS[file.type] ?? {}).flatMap(([name, limit]) => check(file, name, limit)),
    ),
};

function check(file: MetadataFile, name: string, limit: number): Finding[] {
  const element = childNamed(file.root, name);
  if (!element?.text)
    return [
      {
        file: file.path,
        line: element?.line ?? file.root.line,
        problem: `${file.name} has no <${name}>.`,
        action: 'Write it for the people who will read it in Salesforce.',
      },
    ];
  if (element.text.length <= limit) return [];
  return [
    {
      file: file.path,
      line: element.line,
      problem: `<${name}> has ${element.text.length} characters.`,
      action: `Salesforce takes ${limit}: shorten it.`,
    },
  ];
}

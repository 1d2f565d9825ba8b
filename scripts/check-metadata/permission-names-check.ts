import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import { takesPermissions, type PackageModel } from './package-model.ts';
import { STANDARD_FIELDS, STANDARD_OBJECTS } from './salesforce-names.ts';
import { childNamed, childrenNamed, type XmlElement } from './xml.ts';

/** Where a permission set names something: the entry, and the element of it that bears the name. */
const ENTRIES: [entry: string, name: string][] = [
  ['fieldPermissions', 'field'],
  ['objectPermissions', 'object'],
  ['tabSettings', 'tab'],
  ['applicationVisibilities', 'application'],
];

export const permissionsNameWhatExists: Check<PackageModel> = {
  name: 'permission sets name only what exists and can be granted, each once',
  findings: (model) => model.permissionSets.flatMap((set) => setFindings(set, model)),
};

function setFindings(set: MetadataFile, model: PackageModel): Finding[] {
  return ENTRIES.flatMap(([entry, nameOf]) => {
    const seen = new Set<string>();
    return childrenNamed(set.root, entry).flatMap((permission) => {
      const name = childNamed(permission, nameOf);
      if (!name) return [];
      const repeated = seen.has(name.text);
      seen.add(name.text);
      const problem = repeated
        ? `${name.text} stands twice in <${entry}>.`
        : problemWith(entry, name, model);
      if (!problem) return [];
      return [{ file: set.path, line: name.line, problem, action: 'Correct or remove the entry.' }];
    });
  });
}

function problemWith(entry: string, { text }: XmlElement, model: PackageModel): string | undefined {
  if (entry === 'fieldPermissions') return problemWithField(text, model);
  const known = {
    objectPermissions: () => STANDARD_OBJECTS.includes(text) || model.objects.has(text),
    tabSettings: () => model.tabs.some((tab) => tab.name === text),
    applicationVisibilities: () => model.applications.some((app) => app.name === text),
  }[entry];
  return known?.() === false ? `${text} does not exist.` : undefined;
}

function problemWithField(name: string, model: PackageModel): string | undefined {
  const [objectName = '', fieldName = ''] = name.split('.');
  if (STANDARD_FIELDS[objectName]?.includes(fieldName)) return undefined;
  const field = model.objects.get(objectName)?.fields.get(fieldName);
  if (!field) return `The field ${name} does not exist.`;
  return takesPermissions(field)
    ? undefined
    : `${name} is required or a master-detail, and Salesforce refuses permissions for such fields.`;
}

import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import { ownObjects, type ObjectModel, type PackageModel } from './package-model.ts';
import { hasColumn, hasField } from './salesforce-names.ts';
import { childNamed, childrenNamed, textOf, type XmlElement } from './xml.ts';

const SEARCH_COLUMNS = [
  'customTabListAdditionalFields',
  'lookupDialogsAdditionalFields',
  'searchFilterFields',
  'searchResultsAdditionalFields',
];

export const objectsHaveScreens: Check<PackageModel> = {
  name: 'every object has a layout, a tab, a compact layout and a list of all records',
  findings: (model) =>
    ownObjects(model).flatMap((object) => {
      const { name, definition } = object;
      // Salesforce makes a layout of this name with the object and gives it to everybody; one of another
      // name would be installed and shown to nobody.
      const layout = `${name}-${textOf(definition.root, 'label')} Layout`;
      const compact = textOf(definition.root, 'compactLayoutAssignment');
      const missing = [
        !model.layouts.some((file) => file.name === layout) && `a layout named "${layout}"`,
        !model.tabs.some((tab) => tab.name === name) && 'a tab',
        !object.listViews.some((view) => view.name === 'All') && 'a list view named All',
        !object.compactLayouts.some((file) => file.name === compact) &&
          `the compact layout ${compact || 'it should be assigned'}`,
      ];
      return missing
        .filter((what) => what !== false)
        .map((what) => ({
          file: definition.path,
          line: definition.root.line,
          problem: `${name} lacks ${what}.`,
          action: 'Add it, so that people can see the records.',
        }));
    }),
};

export const listsNameFields: Check<PackageModel> = {
  name: 'list views, compact layouts and search layouts name fields that exist',
  findings: (model) =>
    [...model.objects.values()].flatMap((object) => [
      ...object.listViews.flatMap((view) => listViewFindings(view, object)),
      ...object.compactLayouts.flatMap((layout) =>
        childrenNamed(layout.root, 'fields')
          .filter((element) => !hasField(object, element.text))
          .map((element) => unknownField(layout, element, object)),
      ),
      ...(object.definition ? searchFindings(object.definition, object) : []),
    ]),
};

function listViewFindings(view: MetadataFile, object: ObjectModel): Finding[] {
  const filters = childrenNamed(view.root, 'filters');
  const columns = [
    ...childrenNamed(view.root, 'columns'),
    ...filters.flatMap((filter) => childrenNamed(filter, 'field')),
  ];
  return [
    ...columns
      .filter((element) => !hasColumn(object, element.text))
      .map((element) => unknownField(view, element, object)),
    ...filters.flatMap((filter) => filterFindings(view, filter, object)),
  ];
}

/** A filter for a value no record can have would show an empty list for ever. */
function filterFindings(view: MetadataFile, filter: XmlElement, object: ObjectModel): Finding[] {
  const field = object.fields.get(textOf(filter, 'field'));
  const value = childNamed(filter, 'value');
  const set = field && childNamed(field.root, 'valueSet');
  const definition = set && childNamed(set, 'valueSetDefinition');
  if (!definition || !value) return [];
  const known = childrenNamed(definition, 'value').map((entry) => textOf(entry, 'fullName'));
  return value.text
    .split(',')
    .filter((wanted) => !known.includes(wanted.trim()))
    .map((wanted) => ({
      file: view.path,
      line: value.line,
      problem: `${object.name}.${field.name} has no value "${wanted.trim()}".`,
      action: `Use one of ${known.join(', ')}.`,
    }));
}

function searchFindings(definition: MetadataFile, object: ObjectModel): Finding[] {
  const layouts = childNamed(definition.root, 'searchLayouts');
  return (layouts?.children ?? [])
    .filter(({ name, text }) => SEARCH_COLUMNS.includes(name) && !hasColumn(object, text))
    .map((element) => unknownField(definition, element, object));
}

function unknownField(file: MetadataFile, element: XmlElement, object: ObjectModel): Finding {
  return {
    file: file.path,
    line: element.line,
    problem: `${object.name} has no field ${element.text}.`,
    action: 'Correct the name or remove it.',
  };
}

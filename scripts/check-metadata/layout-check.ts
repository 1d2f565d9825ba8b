import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import type { ObjectModel, PackageModel } from './package-model.ts';
import { hasColumn, hasField } from './salesforce-names.ts';
import { childrenNamed, textOf, type XmlElement } from './xml.ts';

export const layoutsShowEverything: Check<PackageModel> = {
  name: 'layouts show every field, and nothing that does not exist',
  findings: (model) =>
    model.layouts.flatMap((layout) => {
      const objectName = layout.name.split('-')[0] ?? '';
      const object = model.objects.get(objectName);
      if (!object)
        return [
          {
            file: layout.path,
            line: layout.root.line,
            problem: `The layout is for ${objectName}, which does not exist.`,
            action: 'Correct the object in the file name.',
          },
        ];
      return [
        ...fieldFindings(layout, object),
        ...childrenNamed(layout.root, 'relatedLists').flatMap((list) =>
          relatedListFindings(layout, list, objectName, model),
        ),
      ];
    }),
};

function fieldFindings(layout: MetadataFile, object: ObjectModel): Finding[] {
  const shown = childrenNamed(layout.root, 'layoutSections')
    .flatMap((section) => childrenNamed(section, 'layoutColumns'))
    .flatMap((column) => childrenNamed(column, 'layoutItems'))
    .flatMap((item) => childrenNamed(item, 'field'));
  const names = new Set(shown.map((element) => element.text));
  return [
    ...shown
      .filter((element) => !hasField(object, element.text))
      .map((element) => ({
        file: layout.path,
        line: element.line,
        problem: `${object.name} has no field ${element.text}.`,
        action: 'Correct the name or remove the item.',
      })),
    ...[...object.fields.keys()]
      .filter((name) => !names.has(name))
      .map((name) => ({
        file: layout.path,
        line: layout.root.line,
        problem: `The layout does not show ${name}.`,
        action: 'Put it into the section it belongs to.',
      })),
  ];
}

/** A related list is named by the lookup of the child that leads here. */
function relatedListFindings(
  layout: MetadataFile,
  list: XmlElement,
  objectName: string,
  model: PackageModel,
): Finding[] {
  const name = textOf(list, 'relatedList');
  const [childName = '', lookup = ''] = name.split('.');
  const child = model.objects.get(childName);
  const field = child?.fields.get(lookup);
  if (!child || !field || textOf(field.root, 'referenceTo') !== objectName)
    return [
      {
        file: layout.path,
        line: list.line,
        problem: `${name} is no lookup to ${objectName}.`,
        action: 'Name the object and the lookup whose records the list shows.',
      },
    ];
  return [...childrenNamed(list, 'fields'), ...childrenNamed(list, 'sortField')]
    .filter((element) => !hasColumn(child, element.text))
    .map((element) => ({
      file: layout.path,
      line: element.line,
      problem: `${childName} has no field ${element.text}.`,
      action: 'Correct the name or remove the column.',
    }));
}

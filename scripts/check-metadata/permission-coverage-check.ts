import type { Check, Finding } from './finding.ts';
import type { MetadataFile } from './package-files.ts';
import {
  isEvent,
  isWritable,
  ownObjects,
  takesPermissions,
  type PackageModel,
} from './package-model.ts';
import { childrenNamed, textOf, type XmlElement } from './xml.ts';

/** Who gets what: the reader looks, the others write. */
const WRITES: Record<string, boolean> = {
  Cartbridge_Admin: true,
  Cartbridge_Reader: false,
  Cartbridge_Worker: true,
};

/** They hold shoppers of all owners, past the sharing of people, orders and carts. */
const HIDDEN: Record<string, string[]> = {
  Cartbridge_Reader: ['Match_Review__c', 'Sync_Result__c'],
};

export const permissionsCoverFields: Check<PackageModel> = {
  name: 'admin and worker may write, and the reader only see, every object and field but results and reviews',
  findings: (model) =>
    Object.entries(WRITES).flatMap(([name, writes]) => {
      const set = model.permissionSets.find((file) => file.name === name);
      if (!set)
        return [
          {
            file: 'force-app',
            line: 1,
            problem: `There is no permission set ${name}.`,
            action: 'Add it: people get access through it.',
          },
        ];
      return [
        ...objectFindings(set, writes, model),
        ...fieldFindings(set, writes, model),
        ...eventFindings(set, model),
      ];
    }),
};

function objectFindings(set: MetadataFile, writes: boolean, model: PackageModel): Finding[] {
  const entries = byName(set, 'objectPermissions', 'object');
  return ownObjects(model).flatMap(({ name }) => {
    const entry = entries.get(name);
    return verdict(set, entry, name, {
      sees: textIn(entry, 'allowRead') === 'true',
      changes: ['allowCreate', 'allowEdit'].every((right) => textIn(entry, right) === 'true'),
      changesAnything: ['allowCreate', 'allowEdit', 'allowDelete'].some(
        (right) => textIn(entry, right) === 'true',
      ),
      writes,
    });
  });
}

function fieldFindings(set: MetadataFile, writes: boolean, model: PackageModel): Finding[] {
  const entries = byName(set, 'fieldPermissions', 'field');
  const records = [...model.objects.values()].filter((object) => !isEvent(object));
  return records.flatMap((object) =>
    [...object.fields.values()].filter(takesPermissions).flatMap((field) => {
      const name = `${object.name}.${field.name}`;
      const entry = entries.get(name);
      const editable = textIn(entry, 'editable') === 'true';
      return verdict(set, entry, name, {
        sees: textIn(entry, 'readable') === 'true',
        changes: editable,
        changesAnything: editable,
        writes: writes && isWritable(field),
      });
    }),
  );
}

/** Screens hear the worker's events; nobody else has something to say in them. */
function eventFindings(set: MetadataFile, model: PackageModel): Finding[] {
  const entries = byName(set, 'objectPermissions', 'object');
  return [...model.objects.values()].filter(isEvent).flatMap(({ name }) => {
    const entry = entries.get(name);
    const publishes = textIn(entry, 'allowCreate') === 'true';
    return verdict(set, entry, name, {
      sees: textIn(entry, 'allowRead') === 'true',
      changes: publishes,
      changesAnything: publishes,
      writes: set.name === 'Cartbridge_Worker',
    });
  });
}

interface Rights {
  sees: boolean;
  changes: boolean;
  changesAnything: boolean;
  /** What the set should allow. */
  writes: boolean;
}

const isHidden = (set: MetadataFile, name: string): boolean =>
  HIDDEN[set.name]?.includes(name.split('.')[0] ?? '') ?? false;

function verdict(
  set: MetadataFile,
  entry: XmlElement | undefined,
  name: string,
  { sees, changes, changesAnything, writes }: Rights,
): Finding[] {
  const at = { file: set.path, line: (entry ?? set.root).line };
  if (isHidden(set, name))
    return sees ? [{ ...at, problem: `${set.name} shows ${name}.`, action: 'Take it out.' }] : [];
  if (!sees)
    return [{ ...at, problem: `${set.name} does not show ${name}.`, action: 'Grant reading it.' }];
  if (writes && !changes)
    return [{ ...at, problem: `${set.name} cannot write ${name}.`, action: 'Grant writing it.' }];
  if (!writes && changesAnything)
    return [{ ...at, problem: `${set.name} may write ${name}.`, action: 'Grant reading only.' }];
  return [];
}

function byName(set: MetadataFile, entry: string, name: string): Map<string, XmlElement> {
  return new Map(childrenNamed(set.root, entry).map((item) => [textOf(item, name), item]));
}

function textIn(entry: XmlElement | undefined, name: string): string {
  return entry ? textOf(entry, name) : '';
}

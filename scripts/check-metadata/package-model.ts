import type { MetadataFile, PackageFiles } from './package-files.ts';
import { childNamed, textOf } from './xml.ts';

export interface ObjectModel {
  name: string;
  /** The object's own file; standard objects we only add fields to have none. */
  definition: MetadataFile | undefined;
  fields: Map<string, MetadataFile>;
  listViews: MetadataFile[];
  compactLayouts: MetadataFile[];
}

/** The package as its parts refer to each other. */
export interface PackageModel {
  files: MetadataFile[];
  /** What the scripts and templates of bundles say. */
  texts: string[];
  objects: Map<string, ObjectModel>;
  layouts: MetadataFile[];
  tabs: MetadataFile[];
  applications: MetadataFile[];
  permissionSets: MetadataFile[];
}

export function buildPackageModel({ files, texts }: PackageFiles): PackageModel {
  const ofType = (type: string) => files.filter((file) => file.type === type);
  const objects = new Map<string, ObjectModel>();
  const object = (name: string): ObjectModel => {
    const model = objects.get(name) ?? {
      name,
      definition: undefined,
      fields: new Map<string, MetadataFile>(),
      listViews: [],
      compactLayouts: [],
    };
    objects.set(name, model);
    return model;
  };

  for (const file of ofType('CustomObject')) object(file.name).definition = file;
  for (const file of ofType('CustomField')) object(file.parent ?? '').fields.set(file.name, file);
  for (const file of ofType('ListView')) object(file.parent ?? '').listViews.push(file);
  for (const file of ofType('CompactLayout')) object(file.parent ?? '').compactLayouts.push(file);

  return {
    files,
    texts,
    objects,
    layouts: ofType('Layout'),
    tabs: ofType('CustomTab'),
    applications: ofType('CustomApplication'),
    permissionSets: ofType('PermissionSet'),
  };
}

/** The objects the package brings itself whose records people see. */
export function ownObjects(model: PackageModel): (ObjectModel & { definition: MetadataFile })[] {
  return [...model.objects.values()].flatMap((object) =>
    object.definition && !isEvent(object) ? [{ ...object, definition: object.definition }] : [],
  );
}

/** A platform event: published and heard, never kept, and without field-level security. */
export function isEvent({ name }: Pick<ObjectModel, 'name'>): boolean {
  return name.endsWith('__e');
}

export function fieldType(field: MetadataFile): string {
  return textOf(field.root, 'type');
}

/** Salesforce lets no permission set speak of a field that everybody who sees the record must have. */
export function takesPermissions(field: MetadataFile): boolean {
  return fieldType(field) !== 'MasterDetail' && textOf(field.root, 'required') !== 'true';
}

/** Whether anybody can write the field, or only the platform computes it. */
export function isWritable(field: MetadataFile): boolean {
  const computed = ['AutoNumber', 'Summary'].includes(fieldType(field));
  return !computed && !childNamed(field.root, 'formula');
}

/** A child has no owner of its own. */
export function isDetail(object: ObjectModel): boolean {
  return [...object.fields.values()].some((field) => fieldType(field) === 'MasterDetail');
}

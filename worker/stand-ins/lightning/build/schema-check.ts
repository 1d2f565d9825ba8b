import type { Project } from '../source/project.ts';

/** The fields of an object with the relationship each may be followed by. */
export interface ObjectDescription {
  fields: Map<string, FieldDescription>;
}

export interface FieldDescription {
  relationshipName?: string;
  referenceTo: string[];
}

/** What the org knows of an object; nothing when it has none of that name. */
export type Describe = (object: string) => Promise<ObjectDescription | undefined>;

const isCustom = (name: string) => /__(c|e|mdt|b|x)$/.test(name);

/** Why `@salesforce/schema/Object.Field` names nothing; nothing when it names something. */
export async function refusalOfSchema(
  path: string,
  project: Project,
  describe: Describe,
): Promise<string | undefined> {
  const [object = '', ...fields] = path.split('.');
  let current: string[] = [object];
  const first = await columnsOf(object, project, describe);
  if (!first) return `Invalid reference ${path}: there is no object ${object}.`;
  let columns = first;
  for (const [at, name] of fields.entries()) {
    const isLast = at === fields.length - 1;
    const found = isLast ? columns.get(name) : parentOf(columns, name);
    if (!found) return `Invalid reference ${path}: ${current.join(' or ')} has no ${name}.`;
    if (isLast) return undefined;
    current = found.referenceTo;
    columns =
      (await columnsOf(current[0] ?? '', project, describe)) ?? new Map<string, FieldDescription>();
  }
  return undefined;
}

/** Custom fields come from the sources, which may be ahead of the org; the rest from the org. */
async function columnsOf(object: string, project: Project, describe: Describe) {
  const source = project.objects.get(object);
  const described = isCustom(object) && source ? undefined : await describe(object);
  if (!described && !(source && isCustom(object))) return undefined;
  const columns = new Map(described?.fields ?? SYSTEM);
  // The org may still hold custom fields that the sources have dropped.
  for (const name of columns.keys()) if (source && isCustom(name)) columns.delete(name);
  for (const { name, referenceTo } of source?.fields.values() ?? []) {
    const relationshipName = name.replace(/__c$/, '__r');
    const parent = referenceTo ? { relationshipName, referenceTo: [referenceTo] } : undefined;
    columns.set(name, parent ?? { referenceTo: [] });
  }
  return columns;
}

function parentOf(columns: Map<string, FieldDescription>, relationship: string) {
  return [...columns.values()].find((field) => field.relationshipName === relationship);
}

const SYSTEM = new Map<string, FieldDescription>([
  ...['Id', 'Name', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp', 'IsDeleted'].map(
    (name): [string, FieldDescription] => [name, { referenceTo: [] }],
  ),
  ...['CreatedBy', 'LastModifiedBy', 'Owner'].map((name): [string, FieldDescription] => [
    `${name}Id`,
    { relationshipName: name, referenceTo: ['User'] },
  ]),
]);

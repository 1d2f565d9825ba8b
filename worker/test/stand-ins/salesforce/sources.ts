import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A source folder of a test's own: file names and contents. Call `remove` when done. */
export function makeSources(files: Record<string, string>): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `<?xml version="1.0" encoding="UTF-8"?>\n${content}`);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

export function objectXml(label: string): string {
  const name = '<nameField><label>Name</label><type>Text</type></nameField>';
  return `<CustomObject><label>${label}</label>${name}</CustomObject>`;
}

export function fieldXml(name: string, rest: string): string {
  return `<CustomField><fullName>${name}</fullName><label>${name}</label>${rest}</CustomField>`;
}

/** The worker's permission set, with the API and these objects to read and write. */
export function workerXml(objects: string[], fields: string[] = [], api = true): string {
  const object = (name: string): string =>
    `<objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete>` +
    `<allowEdit>true</allowEdit><allowRead>true</allowRead><object>${name}</object></objectPermissions>`;
  const field = (name: string): string =>
    `<fieldPermissions><editable>false</editable><field>${name}</field>` +
    `<readable>true</readable></fieldPermissions>`;
  const system = `<userPermissions><enabled>${api}</enabled><name>ApiEnabled</name></userPermissions>`;
  return `<PermissionSet>${objects.map(object).join('')}${fields.map(field).join('')}${system}</PermissionSet>`;
}

import { unzip, zip } from '../../worker/stand-ins/salesforce/metadata/zip.ts';

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** What an archive's `package.xml` names, as `CustomField Order__c.Total__c`. */
export function membersOf(archive: Buffer): string[] {
  const manifest = unzip(archive).get('package.xml')?.toString('utf8') ?? '';
  return [...manifest.matchAll(/<types>([\s\S]*?)<\/types>/g)].flatMap(([, inside = '']) => {
    const type = /<name>(\w+)<\/name>/.exec(inside)?.[1] ?? '';
    return [...inside.matchAll(/<members>([^<]+)<\/members>/g)].map(
      ([, member = '']) => `${type} ${member}`,
    );
  });
}

/** An archive that brings nothing and deletes these members. */
export function removalOf(members: string[], apiVersion: string): Buffer {
  const types = new Map<string, string[]>();
  for (const member of members) {
    const [type = '', ...name] = member.split(' ');
    types.set(type, [...(types.get(type) ?? []), name.join(' ')]);
  }
  const listed = [...types].map(([type, names]) => {
    const inside = names.map((name) => `<members>${name}</members>`).join('');
    return `<types>${inside}<name>${type}</name></types>`;
  });
  const version = `<version>${apiVersion}</version>`;
  const file = (inside: string) =>
    Buffer.from(`<Package xmlns="${NAMESPACE}">${inside}${version}</Package>`);
  return zip(
    new Map([
      ['package.xml', file('')],
      ['destructiveChanges.xml', file(listed.join(''))],
    ]),
  );
}

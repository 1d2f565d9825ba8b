import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** What may stand at one place of a metadata file. */
export interface Property {
  /** `string`, `boolean`, `number`, `Date`, or the name of a shape or of a list of values. */
  type: string;
  repeated: boolean;
  required: boolean;
}

export type Shape = Map<string, Property>;

let text: string | undefined;
const shapes = new Map<string, Shape | undefined>();
const found = new Map<string, string>();

/**
 * The platform's own definitions, which Salesforce publishes as TypeScript declarations made from the
 * Metadata API's WSDL. They are regular enough to be read line by line, and only when first needed.
 */
function declarations(): string {
  const module = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
  text ??= readFileSync(module.replace(/\.js$/, '.d.ts'), 'utf8');
  return text;
}

function declarationOf(type: string): string {
  // Each search goes through two megabytes, and a deploy asks for the same few hundred types.
  const known = found.get(type) ?? search(type);
  found.set(type, known);
  return known;
}

function search(type: string): string {
  const start = declarations().indexOf(`\nexport type ${type} = `);
  if (start === -1) return '';
  const [firstLine = ''] = declarations()
    .slice(start + 1)
    .split('\n', 1);
  if (!firstLine.endsWith('{')) return firstLine;
  return declarations().slice(start + 1, declarations().indexOf('\n}', start));
}

/** The elements of a complex type; undefined when there is no such type. */
export function shapeOf(type: string): Shape | undefined {
  if (!shapes.has(type)) shapes.set(type, readShape(type));
  return shapes.get(type);
}

function readShape(type: string): Shape | undefined {
  const declaration = declarationOf(type);
  if (!declaration.includes('{')) return undefined;
  const base = /= (\w+) & \{/.exec(declaration)?.[1];
  const own = declaration.matchAll(/^ {4}(\w+)(\??): (\w+)(\[\])?;$/gm);
  return new Map([
    ...(base ? (shapeOf(base) ?? []) : []),
    ...[...own].map(([, name = '', optional, kind = '', list]): [string, Property] => [
      name,
      { type: kind, repeated: list !== undefined, required: !optional && !list },
    ]),
  ]);
}

/** The texts an enumeration allows; undefined when it is none. */
export function valuesOf(type: string): string[] | undefined {
  const declaration = declarationOf(type);
  if (declaration === '' || declaration.includes('{')) return undefined;
  return [...declaration.matchAll(/'([^']*)'/g)].map(([, value = '']) => value);
}

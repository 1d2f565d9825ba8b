import type { Problem } from '../failure.ts';
import { BUNDLE } from '../types.ts';
import type { World } from '../world.ts';

/** Statements and `import()` only: sentences in comments and texts may hold `from "…"` as well. */
const IMPORT =
  /(?:^(?:import|export)\s[\w*{}\s,$]*?\bfrom\s*|^import\s*|\bimport\s*\(\s*)(['"])([^'"\n]+)\1/gm;

/** Modules of the platform that a component may import; `lightning/*` is not checked by name. */
const PLATFORM = ['lwc', '@lwc/engine-dom', '@lwc/state'];
const SCOPES = /^(lightning|@salesforce|lightningsnapin|experience)\//;

/** What a module imports must be in the org. */
export function checkImports(
  file: string,
  source: string,
  bundle: string,
  world: World,
): Problem[] {
  return [...source.matchAll(IMPORT)].flatMap((match) => {
    const text = problemOf(match[2] ?? '', file, bundle, world);
    const from = Math.max(match[0].search(/\bfrom\s*['"]/), 0);
    return text ? [{ text, ...placeOf(source, match.index + from) }] : [];
  });
}

function problemOf(module: string, file: string, bundle: string, world: World): string | undefined {
  if (module.startsWith('.') || PLATFORM.includes(module)) return undefined;
  const [, scope = '', rest = ''] = /^(@salesforce\/\w+|c)\/(.+)$/.exec(module) ?? [];
  const invalid = (kind: string): string =>
    `Invalid reference ${rest} of type ${kind} in file ${file}`;
  if (scope === 'c') {
    return world.find(BUNDLE, rest)
      ? undefined
      : `No MODULE named markup://c:${rest} found : [markup://c:${bundle}]`;
  }
  if (scope === '@salesforce/label') {
    const name = rest.replace(/^c\./, '');
    return world.find('CustomLabel', name) ? undefined : invalid('label');
  }
  if (scope === '@salesforce/schema') return checkSchema(rest, invalid, world);
  if (scope === '@salesforce/apex') return invalid('apexMethod');
  if (scope === '@salesforce/resourceUrl') return invalid('resource');
  return SCOPES.test(module)
    ? undefined
    : `No MODULE named markup://${module.replace('/', ':')} found : [markup://c:${bundle}]`;
}

/** `Order__c`, `Order__c.Total__c`, or along a lookup `Order__c.Shop__r.Name`. */
function checkSchema(
  path: string,
  invalid: (kind: string) => string,
  world: World,
): string | undefined {
  const [object = '', name, ...further] = path.split('.');
  if (!world.hasObject(object)) return invalid('sobjectClass');
  if (name === undefined) return undefined;
  if (further.length === 0) return world.field(object, name) ? undefined : invalid('sobjectField');
  const lookup = name.endsWith('__r') ? name.replace(/__r$/, '__c') : `${name}Id`;
  return world.field(object, lookup) ? undefined : invalid('sobjectField');
}

/** `<c-order-list>` needs the bundle `orderList`. */
export function checkTags(source: string, bundle: string, world: World): Problem[] {
  return [...source.matchAll(/<c-([a-z0-9_-]+)/g)].flatMap((match) => {
    const name = (match[1] ?? '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    if (world.find(BUNDLE, name)) return [];
    const text = `No COMPONENT named markup://c:${name} found : [markup://c:${bundle}]`;
    return [{ text, ...placeOf(source, match.index) }];
  });
}

function placeOf(source: string, index: number): { line: number; column: number } {
  const before = source.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

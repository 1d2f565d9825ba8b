import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namesInOrg } from '../source/namespace.ts';
import type { Project } from '../source/project.ts';
import { BASE_COMPONENTS } from './places.ts';
import { refusalOfSchema, type Describe } from './schema-check.ts';
import { contextModule, permissionModule } from './scoped-modules.ts';

export interface Scope {
  project: Project;
  describe: Describe;
  /** Of the package in the org, such as `cb`; empty when it has none. */
  namespace: string;
}

type Found = { code: string } | { refusal: string };

/** The module `@salesforce/...` of a bundle, or why the platform would not have it. */
export async function scopedModule(id: string, scope: Scope): Promise<Found> {
  const [, kind = '', rest = ''] = /^@salesforce\/([^/]+)\/?(.*)$/.exec(id) ?? [];
  switch (kind) {
    case 'label':
      return labelModule(id, rest, scope.project);
    case 'schema':
      return schemaModule(rest, scope);
    case 'resourceUrl':
      return named(rest, scope.project.staticResources, 'static resource', `/resource/${rest}`);
    case 'contentAssetUrl':
      return named(rest, scope.project.contentAssets, 'content asset', `/file-asset/${rest}`);
    case 'messageChannel': {
      const name = rest.replace(/__c$/, '');
      const value = { name: `${name}__lxm` };
      return named(name, scope.project.messageChannels, 'message channel', value);
    }
    case 'customPermission':
      if (!scope.project.customPermissions.has(rest))
        return { refusal: `Invalid reference ${rest}: there is no such custom permission.` };
      return { code: permissionModule('customPermission', rest) };
    case 'userPermission':
      return { code: permissionModule('userPermission', rest) };
    case 'apex':
    case 'apexContinuation':
      return { refusal: `${id}: the package has no Apex; read through UI API or GraphQL.` };
    case 'community':
    case 'site':
      return { refusal: `${id}: exists on Experience sites only, and the package serves none.` };
    default:
      return ambient(id);
  }
}

function ambient(id: string): Found {
  const file = join(BASE_COMPONENTS, 'scopedImports', `${id.replaceAll('/', '-')}.js`);
  const code = contextModule(id);
  const exists = /^@salesforce\/user\/(Id|isGuest)$/.test(id) || existsSync(file);
  if (code && exists && !id.startsWith('@salesforce/internal')) return { code };
  return { refusal: `No MODULE named ${id} found.` };
}

function labelModule(id: string, rest: string, { labels }: Project): Found {
  const name = rest.replace(/^c\./, '');
  const value = rest.startsWith('c.') ? labels.get(name) : undefined;
  if (value === undefined) return { refusal: `Invalid reference ${id}: there is no such label.` };
  return { code: exported(value) };
}

async function schemaModule(path: string, scope: Scope): Promise<Found> {
  const refusal = await refusalOfSchema(path, scope.project, scope.describe);
  if (refusal) return { refusal };
  const [object = '', ...fields] = path.split('.');
  const inOrg = (name: string) => namesInOrg(name, scope.namespace);
  const objectApiName = inOrg(object);
  if (fields.length === 0) return { code: exported({ objectApiName }) };
  return { code: exported({ fieldApiName: fields.map(inOrg).join('.'), objectApiName }) };
}

function named(name: string, known: Set<string>, kind: string, value: unknown): Found {
  if (!known.has(name)) return { refusal: `Invalid reference ${name}: there is no such ${kind}.` };
  return { code: exported(value) };
}

const exported = (value: unknown) =>
  `export default ${typeof value === 'string' ? JSON.stringify(value) : `Object.freeze(${JSON.stringify(value)})`};\n`;

import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { zip } from '../../../stand-ins/salesforce/metadata/zip.ts';
import { ADMIN_TOKEN, connectAsAdmin } from './kit.ts';

export interface ComponentMessage {
  fullName: string;
  fileName: string;
  componentType: string;
  problem: string;
  lineNumber: string;
  columnNumber: string;
  created: string | boolean;
  changed: string | boolean;
}

export interface DeployAnswer {
  id: string;
  status: string;
  success: boolean;
  details: { componentFailures: ComponentMessage[]; componentSuccesses: ComponentMessage[] };
}

export type Files = Record<string, string>;

const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';

/** An archive with a `package.xml` that names these members by their types. */
export function archiveOf(types: Record<string, string[]>, files: Files): Buffer {
  const named = Object.entries(types).map(([name, members]) => {
    const list = members.map((member) => `<members>${member}</members>`);
    return `<types>${list.join('')}<name>${name}</name></types>`;
  });
  const manifest = `<Package xmlns="${NAMESPACE}">${named.join('')}<version>66.0</version></Package>`;
  const all = { 'package.xml': manifest, ...files };
  return zip(new Map(Object.entries(all).map(([path, text]) => [path, Buffer.from(text)])));
}

/** Deploys by jsforce as the administrator, and waits for the outcome. */
export async function deployTo(
  org: LocalOrg,
  types: Record<string, string[]>,
  files: Files,
  options: Record<string, boolean> = {},
): Promise<DeployAnswer> {
  const { metadata } = connectAsAdmin(org);
  metadata.pollInterval = 5;
  const archive = archiveOf(types, files);
  const wanted = { rollbackOnError: true, singlePackage: true, ...options };
  const answer = (await metadata.deploy(archive, wanted).complete(true)) as unknown;
  return withLists(answer as DeployAnswer);
}

/** SOAP cannot tell a list of one from no list at all. */
function withLists(answer: DeployAnswer): DeployAnswer {
  const details = answer.details as Partial<DeployAnswer['details']>;
  const listOf = (value: unknown): ComponentMessage[] =>
    value === undefined ? [] : ([value].flat() as ComponentMessage[]);
  const componentFailures = listOf(details.componentFailures);
  const componentSuccesses = listOf(details.componentSuccesses);
  return { ...answer, details: { componentFailures, componentSuccesses } };
}

export function problems(answer: DeployAnswer): string[] {
  return answer.details.componentFailures.map(
    ({ fileName, lineNumber, problem }) => `${fileName}:${lineNumber} ${problem}`,
  );
}

/** One SOAP request as it goes over the wire. */
export async function soap(
  org: LocalOrg,
  operation: string,
  session = ADMIN_TOKEN,
): Promise<{ status: number; text: string }> {
  const body =
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">` +
    `<soapenv:Header xmlns="${NAMESPACE}"><SessionHeader><sessionId>${session}</sessionId>` +
    `</SessionHeader></soapenv:Header><soapenv:Body xmlns="${NAMESPACE}">${operation}` +
    `</soapenv:Body></soapenv:Envelope>`;
  const headers = { 'content-type': 'text/xml', SOAPAction: '""' };
  const response = await fetch(`${org.url}/services/Soap/m/66.0`, {
    method: 'POST',
    headers,
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** An object file; `inside` are its fields and whatever else it holds. */
export function objectFile(label: string, inside = '', sharing = 'ReadWrite'): string {
  return [
    `<CustomObject xmlns="${NAMESPACE}">`,
    '<deploymentStatus>Deployed</deploymentStatus>',
    `<label>${label}</label>`,
    '<nameField><label>Name</label><type>Text</type></nameField>',
    `<pluralLabel>${label}s</pluralLabel>`,
    `<sharingModel>${sharing}</sharingModel>`,
    `${inside}</CustomObject>`,
  ].join('\n');
}

export function fieldPart(name: string, rest: string): string {
  return `<fields><fullName>${name}</fullName><label>${name}</label>${rest}</fields>\n`;
}

export const text = (name: string): string =>
  fieldPart(name, '<length>40</length><type>Text</type>');

export function document(type: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="${NAMESPACE}">\n${inside}\n</${type}>`;
}

/** A page of an app that shows one component. */
export const page = (component: string): string =>
  document(
    'FlexiPage',
    `<flexiPageRegions>
<itemInstances><componentInstance>
<componentName>${component}</componentName><identifier>a</identifier>
</componentInstance></itemInstances>
<name>main</name><type>Region</type>
</flexiPageRegions>
<masterLabel>P</masterLabel><template><name>t</name></template><type>AppPage</type>`,
  );

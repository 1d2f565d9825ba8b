import type { Caller, Org } from '../org.ts';
import { refuse } from '../records/refusal.ts';
import { childOf, childrenOf, textIn, type Element } from './element.ts';
import { deployResult } from './deploy-result.ts';
import type { DeployOptions } from './deploy.ts';
import { fileProperties, listed } from './file-properties.ts';
import { retrieve } from './retrieve.ts';
import { TYPES, isKnownType } from './types.ts';
import type { Tree } from './write-xml.ts';

export interface SoapCall {
  org: Org;
  caller: Caller;
  /** `66.0` */
  version: string;
  body: Element;
}

type Operation = (call: SoapCall) => Tree;

/** What the Metadata API can be asked, by the name of the request's element. */
export const OPERATIONS: Record<string, Operation> = {
  deploy({ org, caller, body }) {
    const archive = Buffer.from(textIn(body, 'ZipFile') || textIn(body, 'zipFile'), 'base64');
    const options = childOf(body, 'DeployOptions') ?? childOf(body, 'deployOptions');
    const { id } = org.deployments.begin(org, caller.userId, archive, optionsOf(options));
    return { done: false, id, state: 'Queued' };
  },
  checkDeployStatus({ org, body }) {
    const deployment = org.deployments.get(textIn(body, 'asyncProcessId'));
    return deployResult(org, deployment, textIn(body, 'includeDetails') === 'true');
  },
  cancelDeploy({ org, body }) {
    const { id } = org.deployments.cancel(firstText(body));
    return { done: true, id };
  },
  deployRecentValidation({ org, caller, body }) {
    return org.deployments.beginValidated(org, caller.userId, textIn(body, 'validationId')).id;
  },
  describeMetadata({ org }) {
    return {
      metadataObjects: TYPES.map((type) => ({
        childXmlNames: Object.values(type.children ?? {}),
        directoryName: type.directory,
        inFolder: false,
        metaFile: false,
        ...(type.suffix && { suffix: type.suffix }),
        xmlName: type.name,
      })),
      organizationNamespace: org.namespace.prefix,
      partialSaveAllowed: true,
      testRequired: false,
    };
  },
  listMetadata({ org, body }) {
    return childrenOf(body, 'queries').flatMap((query) => {
      const type = textIn(query, 'type');
      if (!isKnownType(type)) throw refuse('INVALID_TYPE', `Unknown type:${type}`);
      return listed(org, type).map((component) => fileProperties(org, component));
    });
  },
  retrieve({ org, body, version }) {
    const request = childOf(body, 'request') ?? childOf(body, 'retrieveRequest');
    if (childrenOf(request, 'packageNames').length > 0) {
      throw refuse('INVALID_CROSS_REFERENCE_KEY', 'No package with this name in this organization');
    }
    const wanted = childrenOf(childOf(request, 'unpackaged'), 'types').map((types) => ({
      type: textIn(types, 'name'),
      members: childrenOf(types, 'members').map(({ text }) => text),
    }));
    const apiVersion = textIn(request, 'apiVersion') || version;
    const id = org.retrievals.keep(retrieve(org, wanted, apiVersion));
    return { done: false, id, state: 'Queued' };
  },
  checkRetrieveStatus({ org, body }) {
    const id = textIn(body, 'asyncProcessId');
    const { zipFile, messages, fileProperties: files } = org.retrievals.get(id);
    const withZip = textIn(body, 'includeZip') !== 'false';
    return {
      done: true,
      fileProperties: files,
      id,
      messages,
      status: 'Succeeded',
      success: true,
      ...(withZip && { zipFile: zipFile.toString('base64') }),
    };
  },
};

function firstText(element: Element): string {
  return element.children[0]?.text ?? '';
}

function optionsOf(options: Element | undefined): DeployOptions {
  const is = (name: string): boolean => textIn(options, name) === 'true';
  const testLevel = textIn(options, 'testLevel');
  return {
    checkOnly: is('checkOnly'),
    rollbackOnError: is('rollbackOnError'),
    ignoreWarnings: is('ignoreWarnings'),
    ...(testLevel && { testLevel }),
  };
}

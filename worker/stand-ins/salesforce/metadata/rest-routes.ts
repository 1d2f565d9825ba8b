import { bodyObject, type Call, type Handler } from '../rest/call.ts';
import { isObject, type JsonObject } from '../records/json.ts';
import { refuse } from '../records/refusal.ts';
import { deployResult } from './deploy-result.ts';
import type { DeployOptions } from './deploy.ts';
import { partsOf } from './multipart.ts';

/** Deploys the archive of a multipart body, or what a validation has checked before. */
export const createDeployRequest: Handler = (call) => {
  const { org, caller } = call;
  demandRights(call);
  const type = call.header('content-type') ?? '';
  if (!call.bytes) {
    const validated = bodyObject(call).validatedDeployRequestId;
    if (typeof validated !== 'string') {
      throw refuse('INVALID_FIELD', 'validatedDeployRequestId, or a multipart body, is required');
    }
    const { id, options } = org.deployments.beginValidated(org, caller.userId, validated);
    return accepted(id, validated, options);
  }
  const parts = partsOf(call.bytes, type);
  const description = parts.find((part) => part.type.includes('json'));
  const archive = parts.find((part) => !part.type.includes('json'));
  if (!description || !archive) {
    throw refuse(
      'INVALID_MULTIPART_REQUEST',
      'A part in JSON and a part with a zip file are needed',
    );
  }
  const options = optionsOf(description.content.toString('utf8'));
  const { id } = org.deployments.begin(org, caller.userId, archive.content, options);
  return accepted(id, null, options);
};

export const readDeployRequest: Handler = (call, { id = '' }) => {
  demandRights(call);
  const withDetails = call.query.get('includeDetails') === 'true';
  const deployment = call.org.deployments.get(id);
  return {
    status: 200,
    body: { id, deployResult: deployResult(call.org, deployment, withDetails) },
  };
};

export const changeDeployRequest: Handler = (call, { id = '' }) => {
  demandRights(call);
  const wanted = bodyObject(call).deployResult;
  if (!wanted || !isObject(wanted) || wanted.status !== 'Canceling') {
    throw refuse('INVALID_FIELD', 'A deploy can only be given the status Canceling');
  }
  const deployment = call.org.deployments.cancel(id);
  return { status: 202, body: { id, deployResult: deployResult(call.org, deployment, false) } };
};

function demandRights({ caller }: Call): void {
  if (caller.rights.metadata) return;
  throw refuse(
    'INSUFFICIENT_ACCESS',
    'use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions',
    undefined,
    403,
  );
}

function accepted(id: string, validatedDeployRequestId: string | null, options: DeployOptions) {
  const body = { id, validatedDeployRequestId, deployResult: null, deployOptions: options };
  return { status: 201, body };
}

function optionsOf(text: string): DeployOptions {
  let given: { deployOptions?: JsonObject };
  try {
    given = JSON.parse(text) as typeof given;
  } catch {
    throw refuse('JSON_PARSER_ERROR', 'The part that describes the deploy is not JSON');
  }
  const { deployOptions: options = {} } = given;
  const { testLevel } = options;
  return {
    checkOnly: options.checkOnly === true,
    rollbackOnError: options.rollbackOnError === true,
    ignoreWarnings: options.ignoreWarnings === true,
    ...(typeof testLevel === 'string' && { testLevel }),
  };
}

import { notFound, refuse } from '../records/refusal.ts';
import type { Answer, Call, Handler } from '../rest/call.ts';
import { basicInformation, describeGlobal, describeObject } from '../rest/describe.ts';
import { query, queryMore } from '../rest/query.ts';
import { readRecord } from '../rest/records.ts';
import { changePackage, createPackage } from '../packaging/packages.ts';
import { requestInstall } from '../packaging/install-request.ts';
import { requestUninstall } from '../packaging/uninstall-request.ts';
import { changeVersion } from '../packaging/change-version.ts';
import { requestVersion } from '../packaging/version-request.ts';
import { COMPOUND } from './fields.ts';
import { prepare } from './query.ts';
import { readFields } from './read-fields.ts';
import type { ToolingCall } from './call.ts';
import { toolingOf } from './rows.ts';

type Maker = (call: ToolingCall, id: string) => Answer;

const CREATE: Record<string, Maker> = {
  Package2: createPackage,
  Package2VersionCreateRequest: requestVersion,
  PackageInstallRequest: requestInstall,
  SubscriberPackageVersionUninstallRequest: requestUninstall,
};
const UPDATE: Record<string, Maker> = {
  Package2: changePackage,
  Package2Version: changeVersion,
};

/** The same call of the Tooling API, for handlers that serve the other API as well. */
function inTooling(call: Call): ToolingCall {
  if (!call.caller.rights.metadata) {
    throw refuse(
      'INSUFFICIENT_ACCESS',
      'The Tooling API requires a user with the ModifyAllData or ModifyMetadata permissions',
      undefined,
      403,
    );
  }
  return {
    ...call,
    base: call.org,
    org: toolingOf(call.org),
    version: `${call.version}/tooling`,
    segments: call.segments.slice(1),
    fields: {},
  };
}

export const toolingQuery: Handler = (call) => {
  const tooling = inTooling(call);
  const parameters = new URLSearchParams(call.query);
  parameters.set('q', prepare(call.org, call.query.get('q') ?? ''));
  return withCompounds(query({ ...tooling, query: parameters }, {}));
};

export const toolingQueryMore: Handler = (call, parameters) =>
  withCompounds(queryMore(inTooling(call), parameters));

export const toolingObjects: Handler = (call) => describeGlobal(inTooling(call), {});
export const toolingObject: Handler = (call, parameters) =>
  basicInformation(inTooling(call), parameters);
export const toolingDescribe: Handler = (call, parameters) =>
  describeObject(inTooling(call), parameters);
export const toolingRead: Handler = (call, parameters) =>
  withCompounds(readRecord(inTooling(call), parameters));

export const toolingCreate: Handler = (call, { object = '' }) =>
  make(CREATE, 'create', call, object, '');
export const toolingUpdate: Handler = (call, { object = '', id = '' }) =>
  make(UPDATE, 'update', call, object, id);

function make(
  makers: Record<string, Maker>,
  action: string,
  call: Call,
  name: string,
  id: string,
): Answer {
  const tooling = inTooling(call);
  const object = tooling.org.schema.object(name);
  if (!object) throw notFound();
  const maker = makers[object.name];
  if (!maker) {
    const message = `entity type ${object.name} does not support ${action}`;
    throw refuse('INVALID_TYPE_FOR_OPERATION', message);
  }
  return maker({ ...tooling, fields: readFields(tooling) }, id);
}

/** Turns the fields that hold objects back into them. */
function withCompounds(answer: Answer): Answer {
  const body = JSON.parse(JSON.stringify(answer.body), (name, value: unknown) =>
    COMPOUND.has(name) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
  ) as unknown;
  return { ...answer, body };
}

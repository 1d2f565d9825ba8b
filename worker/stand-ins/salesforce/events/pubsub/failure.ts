import { randomUUID } from 'node:crypto';
import { Metadata, status } from '@grpc/grpc-js';

const PREFIX = 'sfdc.platform.eventbus.grpc.';

/** Why a call of the Pub/Sub API ends: a gRPC status, with the platform's own code in the trailers. */
export class Failure extends Error {
  readonly code: number;
  readonly details: string;
  readonly metadata = new Metadata();

  /** `errorCode` may leave the platform's prefix away. */
  constructor(code: number, errorCode: string, message: string, rpcId: string = randomUUID()) {
    super(message);
    this.code = code;
    this.details = `${message} rpcId: ${rpcId}`;
    this.metadata.set('error-code', errorCode.startsWith(PREFIX) ? errorCode : PREFIX + errorCode);
    this.metadata.set('rpc-id', rpcId);
  }
}

export function invalid(errorCode: string, message: string): Failure {
  return new Failure(status.INVALID_ARGUMENT, errorCode, message);
}

export function denied(errorCode: string, message: string): Failure {
  return new Failure(status.PERMISSION_DENIED, errorCode, message);
}

export function noTopic(orgId: string, topic: string): Failure {
  return new Failure(
    status.NOT_FOUND,
    'topic.not.found',
    `The topic information for org CORE/prod/${orgId} and topic ${topic} not found. Ensure the ` +
      'topic name is correct and that the topic exists.',
  );
}

export function unavailable(): Failure {
  return new Failure(status.UNAVAILABLE, 'service.unavailable', 'The service is unavailable.');
}

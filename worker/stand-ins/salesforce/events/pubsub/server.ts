import { join } from 'node:path';
import {
  loadPackageDefinition,
  Server,
  ServerCredentials,
  status,
  type GrpcObject,
  type Metadata,
  type sendUnaryData,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServiceClientConstructor,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { Org } from '../../org.ts';
import { findTopic, mayPublish, maySubscribe } from '../topics.ts';
import { makeCertificate } from './certificate.ts';
import { Failure, invalid, noTopic } from './failure.ts';
import type { SchemaInfo, SchemaRequest, TopicInfo, TopicRequest } from './messages.ts';
import { publish, publishStream } from './publish.ts';
import { subscribe } from './subscribe.ts';
import { visit, type Visit } from './visit.ts';

const PATIENCE_MS = 500;

/** What the Pub/Sub API needs of the org it belongs to; `org` is asked anew, for a reset replaces it. */
export interface PubSubOptions {
  org: () => Org;
  /** 0 takes a free one. */
  port: number;
  adminToken: string | undefined;
}

export interface PubSubServer {
  /** `localhost:7443`: host and port, as clients want it. */
  url: string;
  close(): Promise<void>;
}

/** Starts the Pub/Sub API over TLS. Throws when the port is taken. */
export async function startPubSub({ org, port, adminToken }: PubSubOptions): Promise<PubSubServer> {
  const server = new Server();
  const enter = (metadata: Metadata): Visit => visit(org(), metadata, adminToken);
  server.addService(serviceDefinition(), {
    GetTopic: unary(enter, getTopic),
    GetSchema: unary(enter, getSchema),
    Publish: unary(enter, publish),
    Subscribe: streaming(enter, subscribe),
    PublishStream: streaming(enter, publishStream),
    ManagedSubscribe: streaming(enter, refuseManaged),
  });
  const { key, certificate } = await makeCertificate();
  const credentials = ServerCredentials.createSsl(null, [
    { private_key: key, cert_chain: certificate },
  ]);
  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, credentials, (error, taken) => {
      if (error) reject(error);
      else resolve(taken);
    });
  });
  return { url: `localhost:${bound}`, close: () => shutDown(server) };
}

/** Waits for what is under way, but not for clients that do not hang up. */
async function shutDown(server: Server): Promise<void> {
  const patience = setTimeout(() => server.forceShutdown(), PATIENCE_MS);
  await new Promise((resolve) => server.tryShutdown(resolve));
  clearTimeout(patience);
}

function serviceDefinition() {
  const definition = loadSync(join(import.meta.dirname, 'pubsub.proto'), {
    enums: String,
    longs: String,
    defaults: true,
    arrays: true,
  });
  const { eventbus } = loadPackageDefinition(definition) as { eventbus: GrpcObject };
  const { PubSub } = eventbus.v1 as { PubSub: ServiceClientConstructor };
  return PubSub.service;
}

type Enter = (metadata: Metadata) => Visit;

function unary<Request, Response>(
  enter: Enter,
  answer: (visit: Visit, request: Request) => Response,
) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    let response: Response;
    try {
      response = answer(enter(call.metadata), call.request);
    } catch (error) {
      callback(error as Failure);
      return;
    }
    callback(null, response);
  };
}

function streaming<Request, Response>(
  enter: Enter,
  serve: (call: ServerDuplexStream<Request, Response>, visit: Visit) => void,
) {
  return (call: ServerDuplexStream<Request, Response>): void => {
    try {
      serve(call, enter(call.metadata));
    } catch (error) {
      call.emit('error', error);
    }
  };
}

function getTopic({ org, rpcId, caller }: Visit, { topicName }: TopicRequest): TopicInfo {
  if (topicName === '') {
    throw invalid('topic.validation.empty', 'The topic name must not be blank.');
  }
  const topic = findTopic(org, topicName);
  if (!topic) throw noTopic(org.residents.orgId, topicName);
  return {
    topicName,
    tenantGuid: `CORE/prod/${org.residents.orgId}`,
    canPublish: mayPublish(caller(), topic),
    canSubscribe: maySubscribe(caller(), topic),
    // The events of a channel of several objects each name their own.
    schemaId: topic.object ? org.events.schemas.idOf(topic.object) : '',
    rpcId,
  };
}

function getSchema({ org, rpcId }: Visit, { schemaId }: SchemaRequest): SchemaInfo {
  if (schemaId === '') {
    throw invalid('schema.validation.failed', 'The schema ID must not be blank.');
  }
  const schemaJson = org.events.schemas.text(schemaId);
  if (schemaJson === undefined) {
    const message = `The schema ${schemaId} is unknown or not accessible.`;
    throw new Failure(status.NOT_FOUND, 'schema.meta.permission', message, rpcId);
  }
  return { schemaJson, schemaId, rpcId };
}

function refuseManaged(): never {
  throw new Failure(
    status.UNIMPLEMENTED,
    'managed.subscription.not.available',
    'Managed subscriptions are not available in this organization.',
  );
}

import { join } from 'node:path';
import {
  credentials,
  loadPackageDefinition,
  Metadata,
  type ClientDuplexStream,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { Session } from '../../deliver/salesforce/client.ts';

/** How a stream ended: a gRPC status. */
export interface StreamEnd {
  code: number;
  details: string;
}

export interface Listening {
  endpoint: string;
  session: Session;
  topic: string;
  onEvents: () => void;
  /** Called once, whatever ended the stream, `close` included. */
  onEnd: (end: StreamEnd) => void;
}

interface FetchResponse {
  events: unknown[];
  pendingNumRequested: number;
}
type Stream = ClientDuplexStream<object, FetchResponse>;
type PubSub = new (
  address: string,
  channelCredentials: ReturnType<typeof credentials.createSsl>,
) => { Subscribe(metadata: Metadata): Stream; close(): void };

/** The most the service takes at a time. */
const REQUESTED = 100;
const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\]):\d+$/;

let contract: PubSub | undefined;

/** Subscribes to what happens on a topic from now on. Returns how to close the stream. */
export function openStream({ endpoint, session, topic, onEvents, onEnd }: Listening): () => void {
  contract ??= readContract();
  // No authority vouches for a server on this machine.
  const options = { rejectUnauthorized: !LOCAL.test(endpoint) };
  const client = new contract(endpoint, credentials.createSsl(null, null, null, options));
  const metadata = new Metadata();
  metadata.set('accesstoken', session.accessToken);
  metadata.set('instanceurl', session.instanceUrl);
  metadata.set('tenantid', session.organizationId);
  const stream = client.Subscribe(metadata);
  const ask = (): unknown => stream.write({ topicName: topic, numRequested: REQUESTED });

  stream.on('data', ({ events, pendingNumRequested }: FetchResponse) => {
    if (pendingNumRequested === 0) ask();
    if (events.length > 0) onEvents();
  });
  // Told again, and with its code, by the status; without a listener it would end the process.
  stream.on('error', () => undefined);
  stream.on('status', (status: StreamEnd) => {
    client.close();
    onEnd(status);
  });
  ask();
  return () => stream.cancel();
}

function readContract(): PubSub {
  const file = join(import.meta.dirname, 'pubsub.proto');
  const definition = loadPackageDefinition(loadSync(file, { arrays: true, defaults: true }));
  const { eventbus } = definition as unknown as { eventbus: { v1: { PubSub: PubSub } } };
  return eventbus.v1.PubSub;
}

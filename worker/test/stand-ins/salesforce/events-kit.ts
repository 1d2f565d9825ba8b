import PubSubApiClient from 'salesforce-pubsub-api-client';
import type { LocalOrg } from '../../../stand-ins/salesforce/start.ts';
import { waitFor } from '../../kit/wait-for.ts';
import { ADMIN_TOKEN, startOrg } from './kit.ts';
import { deployTo, document, fieldPart, text, type DeployAnswer } from './metadata-kit.ts';

/** An event as the client hands it over. */
export interface Heard {
  id: string;
  replayId: number;
  payload: Record<string, unknown> & { ChangeEventHeader: Header };
}

export interface Header {
  entityName: string;
  recordIds: string[];
  changeType: string;
  changeOrigin: string;
  transactionKey: string;
  sequenceNumber: number;
  commitTimestamp: number;
  commitNumber: bigint;
  commitUser: string;
  nulledFields: string[];
  diffFields: string[];
  changedFields: string[];
}

/** What a subscription has heard so far. */
export interface Listener {
  client: PubSubApiClient;
  events: Heard[];
  /** The callbacks that were no events, such as `error`, `end` and `grpcKeepAlive`. */
  signals: { type: string; data: unknown; lastReplayId: number }[];
  /** Waits until so many events have come, and answers all in their order. */
  heard(count: number): Promise<Heard[]>;
  signal(type: string): Promise<Listener['signals'][number]>;
}

export interface From {
  from?: 'latest' | 'earliest' | number;
  token?: string;
  /** Asks for so many events and no more. */
  count?: number;
}

const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // The client tells all it does on the console; the tests look at what it hands over.
}

/** An org with the Pub/Sub API. */
export async function startOrgWithEvents(
  options: Parameters<typeof startOrg>[0] = {},
): Promise<LocalOrg> {
  return startOrg({ pubSubPort: 0, ...options });
}

export function orgIdOf(org: LocalOrg): string {
  return String(org.query('SELECT Id FROM Organization')[0]?.Id);
}

/** A client for Salesforce's Pub/Sub API that somebody else wrote, pointed at the local org. */
export async function connectPubSub(org: LocalOrg, token = ADMIN_TOKEN): Promise<PubSubApiClient> {
  const client = new PubSubApiClient(
    {
      authType: 'user-supplied',
      accessToken: token,
      instanceUrl: 'https://local-org.example',
      organizationId: orgIdOf(org),
      pubSubEndpoint: org.pubSubUrl,
      rejectUnauthorizedSsl: false,
    },
    silent,
  );
  await client.connect();
  return client;
}

/** Subscribes, and answers once the org has taken the subscription or refused it. */
export async function listenTo(
  org: LocalOrg,
  topic: string,
  { from = 'latest', token, count }: From = {},
): Promise<Listener> {
  const client = await connectPubSub(org, token);
  const listener: Listener = {
    client,
    events: [],
    signals: [],
    async heard(wanted) {
      const what = `${wanted} events of ${topic}`;
      await waitFor(() => listener.events.length >= wanted, { what, timeoutMs: 4000 });
      // The client looks schemas up in between, and so may hand over a later event first.
      return listener.events.sort((one, other) => one.replayId - other.replayId);
    },
    async signal(type) {
      const find = () => listener.signals.find((signal) => signal.type === type);
      const what = `the signal ${type} of ${topic}`;
      await waitFor(() => find() !== undefined, { what, timeoutMs: 4000 });
      return find() ?? { type, data: undefined, lastReplayId: 0 };
    },
  };
  const before = org.countEventStreams();
  const onSignal = (info: { lastReplayId: number }, type: string, data?: unknown): void => {
    if (type === 'event') listener.events.push(data as Heard);
    else listener.signals.push({ type, data, lastReplayId: info.lastReplayId });
  };
  const callback = onSignal as Parameters<PubSubApiClient['subscribe']>[1];
  const requested = count ?? null;
  if (from === 'latest') client.subscribe(topic, callback, requested);
  else if (from === 'earliest') client.subscribeFromEarliestEvent(topic, callback, requested);
  else client.subscribeFromReplayId(topic, callback, requested, from);
  await waitFor(() => org.countEventStreams() > before || listener.signals.length > 0, {
    what: `the subscription to ${topic}`,
    timeoutMs: 4000,
  });
  return listener;
}

/** A platform event with two fields. */
export function eventFile(publishBehavior = 'PublishAfterCommit'): string {
  return document(
    'CustomObject',
    [
      '<deploymentStatus>Deployed</deploymentStatus>',
      '<eventType>HighVolume</eventType>',
      '<label>Command</label><pluralLabel>Commands</pluralLabel>',
      `<publishBehavior>${publishBehavior}</publishBehavior>`,
      text('Action__c'),
      fieldPart('Amount__c', '<precision>18</precision><scale>2</scale><type>Number</type>'),
      fieldPart('Due__c', '<type>DateTime</type>'),
    ].join('\n'),
  );
}

export async function deployEvent(org: LocalOrg, behavior?: string): Promise<DeployAnswer> {
  return deployTo(
    org,
    { CustomObject: ['Command__e'] },
    { 'objects/Command__e.object': eventFile(behavior) },
  );
}

/** A channel of change events with one member; `inside` are the member's further elements. */
export async function deployMember(
  org: LocalOrg,
  entity: string,
  inside = '',
  channel = 'Commerce__chn',
): Promise<DeployAnswer> {
  const member = `${channel.replace('__chn', '_chn')}_${entity}`;
  const custom = channel !== 'ChangeEvents';
  return deployTo(
    org,
    {
      ...(custom && { PlatformEventChannel: [channel] }),
      PlatformEventChannelMember: [member],
    },
    {
      ...(custom && {
        [`platformEventChannels/${channel}.platformEventChannel`]: document(
          'PlatformEventChannel',
          `<channelType>${entity.endsWith('__e') ? 'event' : 'data'}</channelType><label>C</label>`,
        ),
      }),
      [`platformEventChannelMembers/${member}.platformEventChannelMember`]: document(
        'PlatformEventChannelMember',
        `${inside}<eventChannel>${channel}</eventChannel><selectedEntity>${entity}</selectedEntity>`,
      ),
    },
  );
}

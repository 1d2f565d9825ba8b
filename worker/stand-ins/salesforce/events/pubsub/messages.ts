/** The messages of pubsub.proto, as the loader names and fills their fields. */
export interface TopicRequest {
  topicName: string;
}

export interface TopicInfo {
  topicName: string;
  tenantGuid: string;
  canPublish: boolean;
  canSubscribe: boolean;
  schemaId: string;
  rpcId: string;
}

export interface SchemaRequest {
  schemaId: string;
}

export interface SchemaInfo {
  schemaJson: string;
  schemaId: string;
  rpcId: string;
}

export interface ProducerEvent {
  id: string;
  schemaId: string;
  payload: Buffer;
}

export interface FetchRequest {
  topicName: string;
  replayPreset: 'LATEST' | 'EARLIEST' | 'CUSTOM';
  replayId: Buffer;
  numRequested: number;
}

export interface FetchResponse {
  events: { event: ProducerEvent; replayId: Buffer }[];
  latestReplayId: Buffer;
  rpcId: string;
  pendingNumRequested: number;
}

export interface PublishRequest {
  topicName: string;
  events: ProducerEvent[];
}

export interface PublishResult {
  replayId?: Buffer;
  error?: { code: 'UNKNOWN' | 'PUBLISH'; msg: string };
  correlationKey: string;
}

export interface PublishResponse {
  results: PublishResult[];
  schemaId: string;
  rpcId: string;
}

export interface Health {
  /** Whether the user may see the worker's status at all. */
  mayRead: boolean;
  /** Whether the user may ask things of the worker. */
  mayAsk: boolean;
  /** Absent before the worker was connected. */
  status: Status | undefined;
  shops: Shop[];
  /** Repairs and sample events that were asked for, the newest first. */
  jobs: AskedJob[];
}

export interface Status {
  heardAt: string;
  version: string;
  received: number;
  written: number;
  waiting: number;
  parked: number;
  /** Empty when nothing waits. */
  oldestWaitingAt: string;
  /** Null when nothing was written in the last hour. */
  p95Ms: number | null;
  calls: Calls;
  hours: Hour[];
  problems: Problem[];
}

/** API calls of 24 hours; null where Salesforce has not told yet. */
export interface Calls {
  used: number | null;
  max: number | null;
  own: number;
  forecast: number | null;
}

export interface Hour {
  /** Its beginning. */
  hour: string;
  received: number;
  written: number;
  parked: number;
  apiCalls: number;
}

export interface Problem {
  code: string;
  /** The name of the shop it is about; empty when it is about all of it. */
  about: string;
  what: string;
  next: string;
}

export interface Shop {
  id: string;
  name: string;
  status: string;
  lastSuccessAt: string;
  /** Null before the shop was asked. */
  hooksAlive: number | null;
  hooksWanted: number | null;
  hooksCheckedAt: string;
}

export interface AskedJob {
  id: string;
  type: string;
  status: string;
  message: string;
  /** Empty: all shops. */
  shopId: string;
  createdAt: string;
  finishedAt: string;
}

/** How calls of the Pub/Sub API fail: a gRPC status by its name, and the platform's own code. */
export interface EventRefusal {
  /** Such as `UNAVAILABLE`. */
  status: string;
  /** Such as `sfdc.platform.eventbus.grpc.service.unavailable`. */
  errorCode: string;
}

/** The streams of events that are open now, and what is wrong with them. */
export interface Streams {
  /** Keeps a way to end a stream, as an outage would or in order; returns how to forget it. */
  open(end: (how: 'outage' | 'in order') => void): () => void;
  readonly size: number;
  /** Ends all of them as an outage would. */
  dropAll(): void;
  /** Ends all of them because the org stops. */
  closeAll(): void;
  /** The next calls, so many, fail like this. */
  refuseNext(refusal: EventRefusal, times: number): void;
  takeRefusal(): EventRefusal | undefined;
  /** While true, no empty responses are sent. */
  silent: boolean;
}

export function createStreams(): Streams {
  const ends = new Set<(how: 'outage' | 'in order') => void>();
  function endAll(how: 'outage' | 'in order'): void {
    const all = [...ends];
    ends.clear();
    for (const end of all) end(how);
  }
  let refusals: EventRefusal[] = [];
  return {
    open(end) {
      ends.add(end);
      return () => void ends.delete(end);
    },
    get size() {
      return ends.size;
    },
    dropAll: () => endAll('outage'),
    closeAll: () => endAll('in order'),
    refuseNext(refusal, times) {
      refusals = [...refusals, ...Array.from({ length: times }, () => refusal)];
    },
    takeRefusal: () => refusals.shift(),
    silent: false,
  };
}

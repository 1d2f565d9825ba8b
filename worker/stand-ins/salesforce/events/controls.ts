import type { Router } from 'express';
import type { Org } from '../org.ts';
import type { GapKind } from './gaps.ts';
import type { EventRefusal } from './streams.ts';

/** What a test can do with events that no client can. */
export interface EventControls {
  /** Selects these objects, and no others, on the standard channel, as the set-up page does. */
  captureChanges(...objects: string[]): void;
  /** The next transaction that changes the object is told as a gap, or as an overflow. */
  gapNextChange(object: string, kind?: GapKind): void;
  /** How many streams of the Pub/Sub API and clients of CometD there are now. */
  countEventStreams(): number;
  /** Ends every subscription of both event APIs, as an outage would. */
  dropEventStreams(): void;
  /** The next calls of the Pub/Sub API fail. */
  refuseEventCalls(refusal: EventRefusal & { times?: number }): void;
  /** Keeps back the empty responses that tell a subscriber that its stream is alive. */
  silenceKeepAlives(silent: boolean): void;
  setEventAllocations(max: { publishedPerHour?: number; deliveredPerDay?: number }): void;
}

export function eventControls(org: () => Org): EventControls {
  return {
    captureChanges: (...objects) => org().events.selections.capture(objects),
    gapNextChange: (object, kind = 'gap') => org().events.gaps.next(object, kind),
    countEventStreams: () => org().events.streams.size,
    dropEventStreams: () => org().events.streams.dropAll(),
    refuseEventCalls: ({ times = 1, ...refusal }) =>
      org().events.streams.refuseNext(refusal, times),
    silenceKeepAlives: (silent) => {
      org().events.streams.silent = silent;
    },
    setEventAllocations({ publishedPerHour, deliveredPerDay }) {
      const { allocations } = org().events;
      if (publishedPerHour !== undefined) allocations.publishedPerHour.max = publishedPerHour;
      if (deliveredPerDay !== undefined) allocations.deliveredPerDay.max = deliveredPerDay;
    },
  };
}

/** The same over HTTP: see the README. */
export function addEventRoutes(routes: Router, controls: EventControls): void {
  type Work = (body: never) => void;
  const on = (method: 'put' | 'post', path: string, work: Work): void => {
    routes[method](path, (request, response) => {
      work(JSON.parse(typeof request.body === 'string' ? request.body || '{}' : '{}') as never);
      response.status(204).end();
    });
  };
  on('put', '/captured-objects', ({ objects }: { objects: string[] }) =>
    controls.captureChanges(...objects),
  );
  on('post', '/gaps', ({ object, kind }: { object: string; kind?: GapKind }) =>
    controls.gapNextChange(object, kind),
  );
  on('put', '/event-refusals', (body: EventRefusal & { times?: number }) =>
    controls.refuseEventCalls(body),
  );
  on('put', '/keep-alives', ({ silent }: { silent: boolean }) =>
    controls.silenceKeepAlives(silent),
  );
  on('put', '/event-allocations', (body: { publishedPerHour?: number; deliveredPerDay?: number }) =>
    controls.setEventAllocations(body),
  );
  routes.delete('/event-streams', (_, response) => {
    controls.dropEventStreams();
    response.status(204).end();
  });
}

import { isDeepStrictEqual } from 'node:util';
import { CLEAR, lines, type Control } from './control.ts';

/** Of `createAllocations`. */
const USUAL_ALLOCATIONS = { publishedPerHour: 50_000, deliveredPerDay: 10_000 };

/** What stands in the way of somebody who listens. */
export const eventControls: Control[] = [
  {
    title: 'Change events',
    effect: 'The objects that the standard channel tells of.',
    path: '/captured-objects',
    on: {
      label: 'Select these alone',
      method: 'PUT',
      inputs: [{ name: 'objects', label: 'Objects', type: 'list', value: 'Lead, Contact' }],
    },
  },
  {
    title: 'Gaps',
    effect: 'The next change of the object is told as a gap or an overflow.',
    path: '/gaps',
    on: {
      label: 'Do',
      method: 'POST',
      inputs: [
        { name: 'object', label: 'Object', value: 'Lead', required: true },
        { name: 'kind', label: 'Kind', options: ['gap', 'overflow'] },
      ],
    },
  },
  {
    title: 'Event streams',
    effect: 'Every subscription of both event APIs ends, as in an outage.',
    path: '/event-streams',
    off: { ...CLEAR, label: 'Drop all' },
  },
  {
    title: 'Refused event calls',
    effect: 'The next calls of the Pub/Sub API fail.',
    path: '/event-refusals',
    on: {
      label: 'Refuse',
      method: 'PUT',
      inputs: [
        { name: 'status', label: 'gRPC status', value: 'UNAVAILABLE', required: true },
        {
          ...{ name: 'errorCode', label: 'Error code', required: true },
          value: 'sfdc.platform.eventbus.grpc.service.unavailable',
        },
        { name: 'times', label: 'Times', type: 'number', value: '1' },
      ],
    },
  },
  {
    title: 'Silent streams',
    effect: 'No keep-alives: a subscriber cannot tell a quiet stream from a dead one.',
    path: '/keep-alives',
    state: ({ org }) => (org.events.streams.silent ? ['Silent'] : []),
    on: { label: 'Silence', method: 'PUT', body: { silent: true } },
    off: { label: 'Alive again', method: 'PUT', body: { silent: false } },
  },
  {
    title: 'Event allocations',
    effect: 'How many events may be published in an hour and delivered in a day.',
    path: '/event-allocations',
    state: ({ org: { events } }) => {
      const { publishedPerHour, deliveredPerDay } = events.allocations;
      const now = { publishedPerHour: publishedPerHour.max, deliveredPerDay: deliveredPerDay.max };
      return isDeepStrictEqual(now, USUAL_ALLOCATIONS) ? [] : lines([now]);
    },
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [
        { name: 'publishedPerHour', label: 'Published in an hour', type: 'number' },
        { name: 'deliveredPerDay', label: 'Delivered in a day', type: 'number' },
      ],
    },
    off: { label: 'Back to usual', method: 'PUT', body: USUAL_ALLOCATIONS },
  },
];

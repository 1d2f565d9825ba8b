import { CLEAR, lines, type Control } from './control.ts';

/** Of `createAllowance`, when nobody said otherwise. */
const USUAL_DAILY_LIMIT = 100_000;
const USUAL_CONCURRENT_LIMIT = { max: 25, afterMs: 20_000 };

/** What stands in the way of every call. */
export const callControls: Control[] = [
  {
    title: 'Daily limit',
    effect: 'Beyond it every API call gets 403 REQUEST_LIMIT_EXCEEDED.',
    path: '/daily-limit',
    state: ({ org: { allowance } }) =>
      allowance.max === USUAL_DAILY_LIMIT ? [] : [`${allowance.max} calls in 24 hours`],
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [{ name: 'max', label: 'Calls in 24 hours', type: 'number', required: true }],
    },
    off: { label: 'Back to usual', method: 'PUT', body: { max: USUAL_DAILY_LIMIT } },
  },
  {
    title: 'Concurrent limit',
    effect: 'As many long requests may be under way at once; only those that take so long count.',
    path: '/concurrent-limit',
    state: ({ org: { traffic } }) => {
      const { max, afterMs = 0 } = traffic.limit;
      const { max: usual, afterMs: usualAfter } = USUAL_CONCURRENT_LIMIT;
      if (max === usual && afterMs === usualAfter) return [];
      return [`${max} requests longer than ${afterMs / 1000} s`];
    },
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [
        { name: 'max', label: 'Requests', type: 'number', required: true },
        { name: 'afterMs', label: 'Longer than (s)', type: 'number', value: '20', scale: 1000 },
      ],
    },
    off: { label: 'Back to usual', method: 'PUT', body: USUAL_CONCURRENT_LIMIT },
  },
  {
    title: 'Latency',
    effect: 'How long every answer takes, on the org’s clock.',
    path: '/latency',
    state: ({ org: { traffic } }) =>
      traffic.latency.milliseconds > 0 ? lines([traffic.latency]) : [],
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [
        { name: 'milliseconds', label: 'Milliseconds', type: 'number', required: true },
        { name: 'jitter', label: 'At most so many more', type: 'number' },
      ],
    },
    off: { label: 'None', method: 'PUT', body: { milliseconds: 0 } },
  },
  {
    title: 'Sessions',
    effect: 'Every access token handed out so far gets 401 INVALID_SESSION_ID.',
    path: '/sessions',
    off: { label: 'Expire all', method: 'DELETE' },
  },
  {
    title: 'Faults',
    effect: 'A wrong, late or lost answer to the next matching requests.',
    path: '/faults',
    state: ({ faults }) => lines(faults.list()),
    on: {
      label: 'Add',
      method: 'POST',
      inputs: [
        { name: 'method', label: 'Method', options: ['', 'GET', 'POST', 'PATCH', 'PUT', 'DELETE'] },
        { name: 'path', label: 'Path (regular expression)' },
        { name: 'status', label: 'Status', type: 'number', value: '503' },
        { name: 'times', label: 'Times', type: 'number', value: '1' },
        { name: 'delayMs', label: 'Delay (ms)', type: 'number' },
        { name: 'body', label: 'Body (JSON)', type: 'json' },
        { name: 'drop', label: 'Cut the connection', type: 'checkbox' },
        { name: 'afterWork', label: 'Only lose the answer', type: 'checkbox' },
      ],
    },
    off: CLEAR,
  },
  {
    title: 'Deploy delay',
    effect: 'How long a deploy waits in the queue, on the org’s clock.',
    path: '/deploy-delay',
    state: ({ org: { deployments } }) =>
      deployments.delayMs > 0 ? [`${deployments.delayMs / 1000} s`] : [],
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [
        { name: 'milliseconds', label: 'Seconds', type: 'number', scale: 1000, required: true },
      ],
    },
    off: { label: 'None', method: 'PUT', body: { milliseconds: 0 } },
  },
];

import { callControls } from './calls.ts';
import type { Control } from './control.ts';
import { eventControls } from './events.ts';
import { setupControls } from './setup.ts';
import { writeControls } from './writes.ts';

/** All switches, in the order of the page. A new control is one more entry in one of these lists. */
export const CONTROL_GROUPS: [title: string, controls: Control[]][] = [
  ['Every call', callControls],
  ['Every write', writeControls],
  ['Events', eventControls],
  ['Set up in another way', setupControls],
];

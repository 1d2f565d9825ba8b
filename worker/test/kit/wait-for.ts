export { waitFor, type WaitOptions } from '../../../scripts/lib/wait-for.ts';

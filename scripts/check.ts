// `npm run check`: what can be known without running anything.
import { runChecks } from './lib/checks.ts';
import { conclude } from './lib/verdict.ts';

conclude([await runChecks()]);

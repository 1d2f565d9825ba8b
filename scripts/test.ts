// `npm test`: all checks and all tests. `npm test -- <part of a path>`: only those worker tests.
import { runChecks } from './lib/checks.ts';
import { runComponentTests, runWorkerTests } from './lib/test-runs.ts';
import { conclude } from './lib/verdict.ts';

const filters = process.argv.slice(2);

if (filters.length > 0) conclude([await runWorkerTests(filters)]);
else conclude([await runChecks(), await runWorkerTests(), await runComponentTests()]);

/**
 * Parked events: `node scripts/parked.ts` lists them by cause, `… list <kind>` one cause's events,
 * `… replay <event id>…` or `… replay --kind <kind>` or `… replay --all` tries them again.
 */
import { parseArgs } from 'node:util';
import { listParked, parkedByCause, replayParked } from '../worker/src/buffer/parked.ts';
import { createPool } from '../worker/src/shared/database/pool.ts';
import { startQueue } from '../worker/src/shared/database/queue.ts';
import { readSettings } from '../worker/src/shared/settings.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kind: { type: 'string' }, all: { type: 'boolean', default: false } },
});
const [command = 'causes', ...rest] = positionals;
const pool = createPool(readSettings().databaseUrl, 2, 'parked');

if (command === 'causes') {
  const causes = await parkedByCause(pool);
  for (const { org, kind, events, example } of causes) {
    console.log(`${org}  ${kind}  ${events} event(s)  e.g. ${example}`);
  }
  if (causes.length === 0) console.log('Nothing is parked.');
} else if (command === 'list') {
  for (const event of await listParked(pool, rest[0])) {
    console.log(`${event.id}  ${event.recordKey}  ${event.scope}  ${event.reason.message}`);
    if (event.reason.nextStep) console.log(`    ${event.reason.nextStep}`);
  }
} else if (command === 'replay' && (values.all || values.kind || rest.length > 0)) {
  const boss = await startQueue(pool, false);
  const chosen = values.all ? {} : values.kind ? { kind: values.kind } : { ids: rest };
  console.log(`${await replayParked(pool, boss, chosen)} event(s) will be tried again.`);
  await boss.stop({ graceful: false });
} else {
  console.error('Say `causes`, `list [kind]`, or `replay` with event ids, --kind KIND or --all.');
  process.exitCode = 1;
}
await pool.end();

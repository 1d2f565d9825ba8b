/**
 * Connects an org and a shop: `node scripts/connect.ts < connection.json`. The JSON comes on
 * standard input, because secrets in arguments show in process lists.
 */
import { text } from 'node:stream/consumers';
import { connect, connectionShape } from '../worker/src/connect.ts';
import { createPool } from '../worker/src/shared/database/pool.ts';
import { asFailure } from '../worker/src/shared/failure.ts';
import { createVault } from '../worker/src/shared/secrets.ts';
import { readSettings } from '../worker/src/shared/settings.ts';

const settings = readSettings();
const read = connectionShape.safeParse(JSON.parse(await text(process.stdin)));
if (!read.success) {
  for (const { path, message } of read.error.issues) console.error(`${path.join('.')}: ${message}`);
  process.exit(1);
}

const pool = createPool(settings.databaseUrl, 2, 'connect');
try {
  const { org, shop } = read.data;
  const { hooks } = await connect(pool, createVault(settings.keys), read.data);
  console.log(`Shop "${shop.id}" is connected to org "${org.id}".`);
  console.log(
    hooks
      ? `Hooks: ${hooks.created.length} made, ${hooks.updated.length} put right, ${hooks.kept.length} kept.`
      : 'Its webhooks are set up in the shop itself.',
  );
} catch (error) {
  const { message, nextStep } = asFailure(error);
  console.error([message, nextStep].filter(Boolean).join('\n'));
  process.exitCode = 1;
} finally {
  await pool.end();
}

/**
 * What is held about a person, everywhere: `node scripts/person.ts find <who>` previews an erasure,
 * `… export <who> [--file person.json]` gives everything as JSON, `… erase <who> --token <token>`
 * erases it as it was previewed, `… lift <who>` lets somebody in again who came back.
 *
 * <who> is an email address, a Customer Key, or the id of a Lead, Contact or person account. Besides:
 * `--org <id>` where several are connected, `--people <id>,…|all` where several people are meant,
 * `--salesforce anonymise|unlink` in the place of what goes by who made the record.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { lookUp, openOrg, print, printReceipt, type Wishes } from './lib/person.ts';
import { erasePerson } from '../worker/src/control/privacy/erase.ts';
import { exportPerson } from '../worker/src/control/privacy/export.ts';
import { lift } from '../worker/src/control/privacy/lift.ts';
import { previewPerson } from '../worker/src/control/privacy/preview.ts';
import { Failure } from '../worker/src/shared/failure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    org: { type: 'string' },
    people: { type: 'string' },
    salesforce: { type: 'string' },
    token: { type: 'string' },
    file: { type: 'string' },
  },
});
const [command = '', who = ''] = positionals;

async function run(wishes: Wishes): Promise<void> {
  const opened = await openOrg(wishes.org);
  const { pool, vault, client } = opened;
  try {
    const request = lookUp(who, wishes);
    if (command === 'find') print(await previewPerson(pool, client, request));
    else if (command === 'export') {
      const text = JSON.stringify((await exportPerson(pool, client, request)).document, null, 2);
      // Personal data: nobody else of the machine is to read it.
      if (wishes.file) writeFileSync(wishes.file, `${text}\n`, { mode: 0o600 });
      else console.log(text);
    } else if (command === 'erase') {
      if (!wishes.token) throw new Failure('mapping', 'Say --token with the token of a preview.');
      const parts = { pool, client, vault, askedBy: 'command' };
      printReceipt(await erasePerson(parts, request, wishes.token));
    } else console.log(`Names let in again: ${await lift(pool, vault, client, request.question)}.`);
  } finally {
    await opened.close();
  }
}

if (!['find', 'export', 'erase', 'lift'].includes(command) || who === '') {
  console.error('Say `find`, `export`, `erase` or `lift`, and whom: an address, a key or an id.');
  process.exitCode = 1;
} else {
  await run(values).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
    const next = error instanceof Failure ? error.nextStep : undefined;
    console.error([error.message, next].filter(Boolean).join(' '));
    process.exitCode = 1;
  });
}

// What `scripts/person.ts` needs besides the worker's own module: an open org, and plain words.
import { questionShape, type Question } from '../../worker/src/control/privacy/find-people.ts';
import type { Receipt } from '../../worker/src/control/privacy/erasures.ts';
import type { Answer, Request } from '../../worker/src/control/privacy/preview.ts';
import type { SalesforceClient } from '../../worker/src/deliver/salesforce/client.ts';
import { createOrgOpener } from '../../worker/src/deliver/salesforce/open-orgs.ts';
import { createPool, type Pool } from '../../worker/src/shared/database/pool.ts';
import { Failure } from '../../worker/src/shared/failure.ts';
import type { OrgId, PersonId } from '../../worker/src/shared/ids.ts';
import { createVault, type Vault } from '../../worker/src/shared/secrets.ts';
import { readSettings } from '../../worker/src/shared/settings.ts';

export interface Wishes {
  org?: string | undefined;
  people?: string | undefined;
  salesforce?: string | undefined;
  token?: string | undefined;
  file?: string | undefined;
}

export interface OpenedOrg {
  pool: Pool;
  vault: Vault;
  client: SalesforceClient;
  close: () => Promise<void>;
}

/** The org named, or the only one. */
export async function openOrg(wanted: string | undefined): Promise<OpenedOrg> {
  const settings = readSettings();
  const vault = createVault(settings.keys);
  // One connection holds the person's lock while another one works.
  const pool = createPool(settings.databaseUrl, 3, 'person');
  try {
    const { rows } = await pool.query<{ id: OrgId }>('select id from cartbridge.org order by id');
    const ids = rows.map(({ id }) => id);
    const [id, ...more] = wanted === undefined ? ids : ids.filter((one) => one === wanted);
    if (id === undefined || more.length > 0)
      throw new Failure('mapping', `Connected are: ${ids.join(', ') || 'no orgs'}.`, {
        nextStep: 'Say which one with --org.',
      });
    return { pool, vault, client: await createOrgOpener(pool, vault)(id), close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

export function lookUp(who: string, { people, salesforce }: Wishes): Request {
  if (salesforce !== undefined && salesforce !== 'anonymise' && salesforce !== 'unlink')
    throw new Failure('mapping', '--salesforce is `anonymise` or `unlink`.');
  return {
    ...{ question: questionOf(who), mode: salesforce ?? 'auto', job: null },
    people: people === 'all' ? 'all' : (people?.split(',') as PersonId[] | undefined),
  };
}

/** Keys hold colons and no sign of an address; ids are known by how they begin. */
function questionOf(who: string): Question {
  const asked = who.includes('@')
    ? { email: who }
    : who.includes(':')
      ? { customerKey: who }
      : { recordId: who };
  const read = questionShape.safeParse(asked);
  if (read.success) return read.data;
  throw new Failure('mapping', 'That is no email address, Customer Key, or id of a person.', {
    nextStep: 'Say it as `kim@example.com`, `shop:customer:11` or `003…`.',
  });
}

export function print({ people, chosen, preview }: Answer): void {
  if (people.length === 0) console.log('Nobody is known by that.');
  for (const { id, customerKey, object, recordId, orders, carts } of people) {
    const record = recordId === null ? 'not in Salesforce' : `${object} ${recordId}`;
    console.log(`${id}  ${customerKey}  ${record}  ${orders} order(s), ${carts} cart(s)`);
  }
  if (chosen === null) console.log('\nSay whom: --people with ids and commas between, or all.');
  if (!preview) return;
  console.log('\nWhat an erasure does:');
  table(preview.places);
  for (const { object, id, madeBy, what } of preview.records)
    console.log(`${object} ${id}, made by ${madeBy}: ${what}`);
  printLeft(preview.leftToDo);
  console.log(`\nTo do it, the same with \`erase\` and --token ${preview.token}`);
}

export function printReceipt(receipt: Receipt): void {
  console.log(`Receipt ${receipt.erasure}`);
  table(receipt.places);
  if (receipt.verified) console.log('\nSearched again: nothing was found.');
  else {
    console.log('\nStill there. Erase again with the same token:');
    for (const { label, count } of receipt.remaining) console.log(`  ${count}  ${label}`);
    process.exitCode = 1;
  }
  printLeft(receipt.leftToDo);
  const more = receipt.logKeysMore > 0 ? ` and ${receipt.logKeysMore} more` : '';
  console.log(`\nKeys a log drain may still hold: ${receipt.logKeys.join(', ') || 'none'}${more}`);
}

function table(places: Receipt['places']): void {
  for (const { where, label, what, count } of places)
    console.log(
      `  ${where.padEnd(10)}  ${String(count).padStart(6)}  ${what.padEnd(10)}  ${label}`,
    );
}

function printLeft(sentences: string[]): void {
  console.log('\nLeft to do by people:');
  for (const sentence of sentences) console.log(`  - ${sentence}`);
}

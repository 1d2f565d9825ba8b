import { removeRecords } from '../../deliver/remove-records.ts';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { writeRows } from '../../deliver/write-rows.ts';
import { withPeopleLocked } from '../../compose/people/lock-people.ts';
import { lockRegister } from '../../compose/people/identify.ts';
import { transaction, type Pool } from '../../shared/database/pool.ts';
import { Failure } from '../../shared/failure.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { Vault } from '../../shared/secrets.ts';
import { leftToDo } from './left-to-do.ts';
import { logKeysOf, locate, tokenOf, type Request } from './preview.ts';
import {
  beginErasure,
  changedSincePreview,
  findErasure,
  finishErasure,
  type Plan,
  type Receipt,
} from './erasures.ts';
import { countPlaces, isPending, search, verify, type Findings } from './search.ts';
import type { FoundRecord } from './search-objects.ts';
import { eraseTables } from './search-tables.ts';

export interface EraseParts {
  pool: Pool;
  client: SalesforceClient;
  vault: Vault;
  /** Who asks, without a name: `job a0J…` or `command`. */
  askedBy: string;
  /** Hears each step before it begins; what it throws ends the work there, as a crash would. */
  onStep?: (step: 'begin' | 'salesforce' | 'books' | 'verify' | 'finish') => void;
}

/** What arrives while it is under way is looked for so many times. */
const ROUNDS = 3;

/**
 * Erases somebody everywhere, as it was previewed under `token`. First nothing more of them is let in,
 * then Salesforce is told, then the books; then it is searched again. Cut off anywhere, the same call
 * goes on where it ended: the plan is kept, sealed, until the end.
 *
 * Throws a Failure where the token is not that of what is held now, and `person_busy` where another
 * worker is at work on the person: try again in a moment.
 */
export async function erasePerson(
  parts: EraseParts,
  request: Request,
  token: string,
): Promise<Receipt> {
  const { pool, client, vault, onStep = () => undefined } = parts;
  const known = await findErasure(pool, vault, client.org.id, token);
  if (known?.receipt) return known.receipt;
  const plan = known?.plan ?? (await makePlan(parts, request, token));
  const { subject } = plan;
  const receipt = await withPeopleLocked(pool, subject.people, async (mine) => {
    if (!subject.people.every((id) => mine.has(id)))
      throw new Failure('person_busy', 'Another worker is busy with this person.', {
        nextStep: 'Ask again in a moment, with the same token.',
      });
    const erasure = known?.id ?? (await beginAt(parts, plan, token));
    const options = { mode: plan.mode, job: request.job };
    let remaining = plan.places;
    for (let round = 0; round < ROUNDS && remaining.length > 0; round += 1) {
      onStep('salesforce');
      const findings = await search(pool, client, subject, options);
      await tellSalesforce(client, findings);
      onStep('books');
      await transaction(pool, async (db) => {
        await lockRegister(db, client.org.id);
        await eraseTables(db, client.org.id, subject);
      });
      onStep('verify');
      remaining = await verify(pool, client, subject, options);
    }
    onStep('finish');
    return finishErasure(pool, client.org.id, erasure, {
      ...{ erasure, verified: remaining.length === 0, places: plan.places },
      remaining: remaining.map(({ place, label, where, count }) => ({
        place,
        label,
        where,
        count,
      })),
      ...{ leftToDo: plan.leftToDo, ...logKeysOf(subject) },
    });
  });
  return receipt;

  async function beginAt(of: EraseParts, made: Plan, confirmed: string): Promise<string> {
    onStep('begin');
    return beginErasure(pool, vault, client.org.id, {
      ...{ plan: made, token: confirmed, askedBy: of.askedBy },
    });
  }
}

async function makePlan(
  { pool, client }: EraseParts,
  request: Request,
  token: string,
): Promise<Plan> {
  const located = await locate(pool, client, request);
  const isSame =
    'subject' in located &&
    tokenOf(client.org.id, located.subject, located.findings, request.mode) === token;
  if (!isSame) throw changedSincePreview();
  const { subject, findings } = located;
  const places = countPlaces(findings).map(({ place, label, where, what, note, count }) => ({
    ...{ place, label, where, what, note, count },
  }));
  const left = await leftToDo(client, subject, findings);
  return { subject, mode: request.mode, places, leftToDo: left };
}

/** What Salesforce refuses stays to be found by the search that follows. */
async function tellSalesforce(client: SalesforceClient, { records }: Findings): Promise<void> {
  const pending = records.filter(isPending);
  const gone = Map.groupBy(
    pending.filter(({ removed }) => removed),
    ({ object }) => object,
  );
  for (const [object, some] of gone)
    await removeRecords(
      client,
      object,
      some.map(({ id }) => id as SalesforceId),
    );
  const rows = pending.filter(({ removed }) => !removed).map(toRow);
  if (rows.length > 0) await writeRows(client, rows);
}

function toRow({ object, id, changes }: FoundRecord): Row {
  return {
    ...{ object, key: `erased:${id}`, target: { id: id as SalesforceId } },
    ...{ fields: changes, references: {} },
  };
}

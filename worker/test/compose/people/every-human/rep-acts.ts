import type { Pool } from '../../../../src/shared/database/pool.ts';
import type { SalesforceStep } from './script.ts';
import type { LiveRecord, Users } from './salesforce-users.ts';

/** A step of a story, and what the books call the one it is about. */
export interface RepStep {
  seed: number;
  step: SalesforceStep;
  /** Such as `xa:customer:7-1`. */
  name: string;
}

/** What came of steps, for whoever judges the end; a record or name that led to another is that one. */
export interface Happened {
  /** By seed: pairs of names and records of Salesforce that are one human since. */
  joined: Map<number, [string, string][]>;
  /** By seed and human: records somebody deleted and did not undelete since. */
  deleted: Map<string, Set<string>>;
  /** By seed and human: a Contact that a rep made. */
  contacts: Map<string, string>;
  /** By seed and human: an address that is theirs by a rep's word, with the name it was given to. */
  renamed: Map<string, { name: string; address: string }>;
  /** By seed: what was done, for the story. */
  notes: Map<number, string[]>;
}

export function nothingHappened(): Happened {
  return {
    ...{ joined: new Map(), deleted: new Map(), contacts: new Map() },
    ...{ renamed: new Map(), notes: new Map() },
  };
}

export function humanOf(seed: number, who: string): string {
  return `${seed} ${who}`;
}

/** Does one step of each story, with as few calls as there are kinds of acts. */
export async function actAsReps(
  { pool, users, account }: { pool: Pool; users: Users; account: string },
  steps: RepStep[],
  happened: Happened,
): Promise<void> {
  if (steps.length === 0) return;
  const links = await linksOf(pool, steps);
  const mine = steps.map((one) => ({ ...one, record: links.get(one.name)?.[0] ?? null }));
  const live = users.live([...links.values()].flat());
  const of = (does: SalesforceStep['does']) => mine.filter(({ step }) => step.does === does);
  const alive = (does: SalesforceStep['does'], object?: LiveRecord['object']) =>
    of(does).flatMap((one) => {
      const record = one.record === null ? undefined : live.get(one.record);
      if (!record || (object && record.object !== object)) return [];
      join(one.seed, one.name, record.id);
      return { ...one, record };
    });
  function join(seed: number, left: string, right: string): void {
    happened.joined.set(seed, [...(happened.joined.get(seed) ?? []), [left, right]]);
  }
  function note({ seed, step }: RepStep, text: string): void {
    happened.notes.set(seed, [...(happened.notes.get(seed) ?? []), `${step.does}: ${text}`]);
  }

  const contacts = of('rep makes a Contact');
  const made = await users.make(
    'Contact',
    contacts.map(({ seed, step }) => ({
      ...{ LastName: `${step.who} ${seed}`, AccountId: account },
      ...('address' in step && { Email: step.address }),
    })),
  );
  contacts.forEach((one, index) => {
    happened.contacts.set(humanOf(one.seed, one.step.who), made[index] ?? '');
    note(one, made[index] ?? '');
  });

  const conversions = alive('rep converts the Lead', 'Lead').map((one) => {
    const known = happened.contacts.get(humanOf(one.seed, one.step.who));
    const wants = 'into' in one.step && one.step.into === 'the Contact of a rep';
    const contactId = wants && known && users.live([known]).has(known) ? known : undefined;
    return { ...one, contactId };
  });
  const holders = await holdersOf(
    pool,
    conversions.flatMap(({ contactId }) => contactId ?? []),
  );
  const became = await users.convert(
    conversions.map(({ record, contactId }) => ({
      leadId: record.id,
      ...(contactId && { contactId, accountId: account }),
    })),
  );
  conversions.forEach((one, index) => {
    const contact = became[index] ?? '';
    join(one.seed, one.record.id, contact);
    for (const name of holders.get(contact) ?? []) join(one.seed, name, contact);
    note(one, `${one.record.id} became ${contact}`);
  });

  for (const object of ['Lead', 'Contact'] as const) {
    const merges = alive('rep merges it', object);
    const others = await users.make(
      object,
      merges.map(({ seed, step }) => ({
        LastName: `${step.who} ${seed} again`,
        ...(object === 'Lead' ? { Company: 'Towels' } : { AccountId: account }),
        ...('address' in step && { Email: step.address }),
      })),
    );
    const pairs = merges.map((one, index) => {
      const other = others[index] ?? '';
      join(one.seed, one.record.id, other);
      const isWinner = 'as' in one.step && one.step.as === 'winner';
      note(
        one,
        `${isWinner ? one.record.id : other} took over ${isWinner ? other : one.record.id}`,
      );
      return isWinner
        ? { winner: one.record.id, loser: other }
        : { winner: other, loser: one.record.id };
    });
    await users.merge(object, pairs);
  }

  const both = await besides(pool, of('rep merges both records'));
  const open = users.live([...both.values()].flat().map(({ record }) => record));
  for (const object of ['Lead', 'Contact'] as const) {
    const pairs = [...both].flatMap(([human, theirs]) => {
      const [one, other] = theirs.filter(({ record }) => open.get(record)?.object === object);
      if (!one || !other) return [];
      const seed = Number(human.split(' ')[0]);
      for (const { name, record } of [one, other]) join(seed, name, record);
      join(seed, one.record, other.record);
      const step = of('rep merges both records').find(
        (each) => humanOf(each.seed, each.step.who) === human,
      );
      if (step) note(step, `${one.record} took over ${other.record}`);
      return { winner: one.record, loser: other.record };
    });
    await users.merge(object, pairs);
  }

  for (const object of ['Lead', 'Contact'] as const) {
    const gone = alive('rep deletes it', object);
    await users.remove(
      object,
      gone.map(({ record }) => record.id),
    );
    for (const one of gone) {
      const human = humanOf(one.seed, one.step.who);
      happened.deleted.set(human, new Set([...(happened.deleted.get(human) ?? []), one.record.id]));
      note(one, one.record.id);
    }
    const changed = alive('rep changes the address', object);
    await users.change(
      object,
      changed.map(({ record, step }) => ({
        Id: record.id,
        ...('address' in step && { Email: step.address }),
      })),
    );
    for (const { seed, step, name } of changed)
      if ('address' in step)
        happened.renamed.set(humanOf(seed, step.who), { name, address: step.address });
    for (const one of changed) note(one, one.record.id);
  }

  const back = of('rep undeletes it').flatMap((one) => {
    const bin = happened.deleted.get(humanOf(one.seed, one.step.who));
    const id = [...(bin ?? [])].at(-1);
    return bin && id ? { one, bin, id } : [];
  });
  const isBack = await users.restore(back.map(({ id }) => id));
  back.forEach(({ one, bin, id }, index) => {
    if (!isBack[index]) return;
    bin.delete(id);
    note(one, id);
  });
}

/** What those are, who go by these names; the names' records, by name. */
async function linksOf(pool: Pool, steps: RepStep[]): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ name: string; record: string }>(
    `select key as name, salesforce_id as record
     from cartbridge.person_key join cartbridge.person on person.id = person_id
     where key = any($1) and salesforce_id is not null`,
    [steps.map(({ name }) => name)],
  );
  return new Map(rows.map(({ name, record }) => [name, [record]]));
}

async function holdersOf(pool: Pool, records: string[]): Promise<Map<string, string[]>> {
  const { rows } = await pool.query<{ record: string; name: string }>(
    `select salesforce_id as record, key as name
     from cartbridge.person join cartbridge.person_key on person_id = person.id
     where salesforce_id = any($1) and key not like 'email:%'`,
    [records],
  );
  return new Map(
    [...Map.groupBy(rows, ({ record }) => record)].map(([record, some]) => [
      record,
      some.map(({ name }) => name),
    ]),
  );
}

/**
 * All records of each human that the books know, with a name of who that is: the shop's own, where
 * there is one, for an address a rep wrote says nothing to whoever judges the end.
 */
async function besides(
  pool: Pool,
  steps: RepStep[],
): Promise<Map<string, { record: string; name: string }[]>> {
  const all = new Map<string, { record: string; name: string }[]>();
  for (const { seed, step } of steps) {
    const { rows } = await pool.query<{ record: string; name: string }>(
      `with mine as (
         select person_id as id, coalesce(
           (select min(key) from cartbridge.person_key as other
            where other.person_id = person_key.person_id and key like '%:customer:%'),
           min(key)) as name
         from cartbridge.person_key
         where key like '%:email:' || $1 || '%@s' || $2 || '.example' group by person_id
       )
       select salesforce_id as record, name from cartbridge.person join mine using (id)
       where salesforce_id is not null
       union
       select salesforce_id, name from cartbridge.former_link join mine on mine.id = person_id
       where why = 'Surplus'
       order by record`,
      [step.who.toLowerCase(), seed],
    );
    all.set(humanOf(seed, step.who), rows);
  }
  return all;
}

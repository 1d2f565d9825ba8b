import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { queryAll } from '../../deliver/salesforce/query.ts';
import { conditions } from './read-objects.ts';
import { isPending, type Findings } from './search.ts';
import type { Subject } from './subject.ts';

/** What the worker cannot or must not do; sentences for an admin, without names or addresses. */
export async function leftToDo(
  client: SalesforceClient,
  subject: Subject,
  { records }: Findings,
): Promise<string[]> {
  const people = records.filter(({ madeBy }) => madeBy !== undefined);
  const unlinked = people.filter(({ mode }) => mode === 'unlink');
  const kept = records.filter((record) => !record.removed && isPending(record) && !record.madeBy);
  const others = await othersWithAddress(client, subject);
  return [
    'Account Engagement keeps a copy of its own, with mails and visits: open the prospect there ' +
      '(from the Lead or Contact), delete it, then open the recycle bin of prospects and delete it ' +
      'permanently. Do so before the Lead or Contact is deleted, or search it by its address.',
    'The shop still has the customer: ask its owner to erase them there too.',
    ...unlinked.map(
      ({ object, id }) =>
        `${object} ${id} was made by your people: its name, address and phone stay. Choose ` +
        '"anonymise" for Salesforce, or erase it by hand, where they have no reason to keep it.',
    ),
    ...people
      .filter(({ mode }) => mode === 'anonymise')
      .map(
        ({ object, id }) =>
          `${object} ${id} stays as a record of nobody, for the worker may not delete: delete it ` +
          'yourself where no report needs it. Tasks, emails, files, campaigns and fields of your ' +
          'own on it are not touched.',
      ),
    ...unseen(subject, records).map(
      ({ object, id }) =>
        `${object} ${id} was theirs and is closed to the worker: converted, merged, deleted or not ` +
        'shared. Look at it yourself, and into the recycle bin.',
    ),
    ...refusals(records),
    ...(kept.length > 0
      ? ['Field history of orders, carts and reviews, where your org tracks it, is not touched.']
      : []),
    ...others.map(
      ({ object, id }) =>
        `${object} ${id} has the same address and was never written by Cartbridge: it stays.`,
    ),
    'Backups of the worker’s database hold them until they expire.',
    'A log drain may still hold lines about the records named by their keys; no line holds a name ' +
      'or an address.',
  ];
}

function unseen({ salesforce }: Subject, records: Findings['records']): Subject['salesforce'] {
  const seen = new Set(records.map(({ id }) => id));
  return salesforce.filter(({ id }) => !seen.has(id));
}

async function othersWithAddress(
  client: SalesforceClient,
  { addresses, salesforce }: Subject,
): Promise<{ object: string; id: string }[]> {
  const wheres = conditions('Email', addresses);
  if (wheres.length === 0) return [];
  const known = new Set<string>(salesforce.map(({ id }) => id));
  const objects = ['Contact', 'Lead'];
  const answers = await queryAll(
    client,
    objects.flatMap((object) =>
      wheres.map((where) => `SELECT Id FROM ${object} WHERE ${where} LIMIT 20`),
    ),
  );
  return answers.flatMap((found, index) => {
    const object = objects[Math.floor(index / wheres.length)] ?? '';
    return found.map(({ Id }) => ({ object, id: String(Id) })).filter(({ id }) => !known.has(id));
  });
}

/** A sentence for all records of an object that lack the same rights. */
function refusals(records: Findings['records']): string[] {
  const refused = records.filter(({ refused: fields }) => fields.length > 0);
  const same = Map.groupBy(
    refused,
    ({ object, refused: fields }) => `${object}: ${fields.join(', ')}`,
  );
  return [...same].map(
    ([what, some]) =>
      `The worker’s user may not change ${what}. Records with something in it: ${some.length}, ` +
      `such as ${some[0]?.id ?? ''}.`,
  );
}

import type { SalesforceClient } from '../../deliver/salesforce/client.ts';
import { literal } from '../../deliver/salesforce/query.ts';
import { runComposite, type Subresponse } from '../../deliver/salesforce/composite.ts';
import { Failure } from '../../shared/failure.ts';
import type { Creating, PeoplePolicy } from '../../shared/people-policy.ts';

/** What an id of the policy must turn out to be, in Salesforce's words. */
interface Question {
  /** The setting that is asked about. */
  field: keyof Creating;
  soql: string;
  /** Null: it is as it should be. */
  judge: (record: Record<string, unknown> | undefined) => string | null;
  /** Not every org has the field that is asked for. */
  mayBeRefused?: boolean;
}

const GROUP_PREFIX = '00G';
const USER_PREFIX = '005';

/**
 * Asks Salesforce whether the ids of a create policy are there and fit what is made with them, so
 * that an admin hears of a slip now and not with the next order. At most two API calls.
 * Throws a Failure that says which one does not fit.
 */
export async function checkCreating(
  client: SalesforceClient,
  { guest, registered }: PeoplePolicy['creating'],
): Promise<void> {
  const asked = (['guest', 'registered'] as const).flatMap((who) =>
    questionsOf(who === 'guest' ? guest : registered).map((question) => ({ who, ...question })),
  );
  const answers = await runComposite(
    client,
    asked.map(({ soql }) => ({ method: 'GET', path: `/query?q=${encodeURIComponent(soql)}` })),
  );
  asked.forEach(({ who, field, judge, mayBeRefused = false }, index) => {
    const wrong = judge(firstOf(answers[index], mayBeRefused));
    if (wrong !== null) throw unfit(who, field, wrong);
  });
}

function questionsOf(creating: Creating): Question[] {
  const { as, recordTypeId, ownerId, campaignId, assignmentRules } = creating;
  if (as === 'Nobody') return [];
  if (assignmentRules && (as !== 'Lead' || ownerId !== null)) {
    const why =
      as === 'Lead'
        ? 'Choose an owner or the assignment rules: the rules would take the owner’s place.'
        : 'Assignment rules are for leads only.';
    const soql = 'SELECT Id FROM Organization LIMIT 1';
    return [{ field: 'assignmentRules', soql, judge: () => why }];
  }
  const object = as === 'PersonAccount' ? 'Account' : as;
  return [
    ...(as === 'PersonAccount' ? [personType(recordTypeId)] : []),
    ...(recordTypeId === null ? [] : [recordType(recordTypeId, as, object)]),
    ...(ownerId === null ? [] : [owner(ownerId, object)]),
    ...(campaignId === null ? [] : [campaign(campaignId)]),
  ];
}

function recordType(id: string, as: string, object: string): Question {
  const { soql } = byId('RecordType', 'IsActive, SobjectType', id);
  return {
    field: 'recordTypeId',
    soql,
    judge(record) {
      if (!record) return `There is no record type ${id}.`;
      if (record.SobjectType !== object) return `The record type ${id} is not one of ${as}.`;
      return record.IsActive === false ? `The record type ${id} is not active.` : null;
    },
  };
}

/** Only orgs with person accounts can answer, and only a type of those makes a person. */
function personType(id: string | null): Question {
  const chosen = id === null ? '' : ` AND Id = ${literal(id)}`;
  return {
    field: id === null ? 'as' : 'recordTypeId',
    soql:
      "SELECT Id FROM RecordType WHERE SobjectType = 'Account' AND IsPersonType = true " +
      `AND IsActive = true${chosen} LIMIT 1`,
    mayBeRefused: true,
    judge(record) {
      if (record) return null;
      return id === null
        ? 'The org has no person accounts.'
        : `The record type ${id} is not one of person accounts.`;
    },
  };
}

/** A queue owns leads and records of custom objects; contacts and accounts belong to users. */
function owner(id: string, object: string): Question {
  if (id.startsWith(GROUP_PREFIX)) {
    return {
      field: 'ownerId',
      soql:
        `SELECT Id, Queue.Type FROM QueueSobject WHERE QueueId = ${literal(id)} ` +
        `AND SobjectType = ${literal(object)}`,
      judge: (record) =>
        record ? null : `The owner ${id} is no queue for ${object} records, so it cannot own one.`,
    };
  }
  const { soql } = byId('User', 'IsActive', id);
  return {
    field: 'ownerId',
    soql,
    judge(record) {
      if (!id.startsWith(USER_PREFIX) || !record) return `The owner ${id} is no user and no queue.`;
      return record.IsActive === false ? `The owner ${id} is not an active user.` : null;
    },
  };
}

function campaign(id: string): Question {
  const { soql } = byId('Campaign', 'IsActive', id);
  const judge: Question['judge'] = (record) =>
    record ? null : `The worker sees no campaign ${id}.`;
  return { field: 'campaignId', soql, judge };
}

function byId(object: string, fields: string, id: string): { soql: string } {
  return { soql: `SELECT Id, ${fields} FROM ${object} WHERE Id = ${literal(id)}` };
}

/** Of a refused question nothing is known: Salesforce itself says why. */
function firstOf(
  answer: Subresponse | undefined,
  mayBeRefused: boolean,
): Record<string, unknown> | undefined {
  if (!answer) throw new Error('Salesforce answered fewer questions than it was asked.');
  if (!answer.ok) {
    // An id of the wrong kind is no answerable question: there is no such record.
    if (/MALFORMED|INVALID_QUERY_FILTER/.test(String(answer.failure.details.code)))
      return undefined;
    if (mayBeRefused && answer.failure.kind === 'salesforce_setup') return undefined;
    throw answer.failure;
  }
  return (answer.body as { records: Record<string, unknown>[] }).records[0];
}

function unfit(who: 'guest' | 'registered', field: keyof Creating, why: string): Failure {
  const whom = who === 'guest' ? 'guests' : 'registered customers';
  return new Failure('mapping', `What ${whom} become cannot be so. ${why}`, {
    nextStep: 'Choose another one, and save the settings again. Nothing was changed.',
    details: { setting: `creating.${who}.${field}` },
  });
}

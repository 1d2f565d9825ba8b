import { refuse } from '../records/refusal.ts';
import { remove } from '../records/remove.ts';
import type { Row } from '../records/row.ts';
import { insert, update } from '../records/save.ts';
import { bodyObject, type Answer, type Call, type Handler } from '../rest/call.ts';
import type { ObjectType } from '../schema/model.ts';
import { selectLayouts } from './layout-fields.ts';
import { objectNamed, recordAt } from './objects.ts';
import { draftOf, fieldsOf } from './read-fields.ts';
import { answerWrite } from './record-error.ts';
import { record } from './record.ts';
import { badBody, badParameter } from './refusals.ts';
import { add, emptySelection } from './selection.ts';
import { notModifiedSince } from './precondition.ts';

export const createRecord: Handler = (call) => {
  const body = bodyObject(call);
  if (typeof body.apiName !== 'string') {
    throw badBody('The request needs the name of the object as apiName');
  }
  const object = objectNamed(call, body.apiName);
  const given = fieldsOf(body);
  const asking = forgiving(call, body.allowSaveOnDuplicate === true);
  return answerWrite(call, object, () => {
    const draft = draftOf(call, object, given);
    const row = insert(call.org, asking.caller, object, draft);
    const answer = written(
      call,
      object,
      row,
      [...draft.values.keys()].map(({ name }) => name),
      201,
    );
    const Location = `/services/data/${call.version}/ui-api/records/${row.Id}`;
    return { ...answer, headers: { Location } };
  });
};

export const updateRecord: Handler = (call, { id = '' }) => {
  const body = bodyObject(call);
  const given = fieldsOf(body);
  const { object, row } = recordAt(call, id);
  const own = body.apiName ?? object.name;
  if (typeof own !== 'string' || own.toLowerCase() !== object.name.toLowerCase()) {
    throw badParameter(`The record ${row.Id} is of another object: apiName must be ${object.name}`);
  }
  const asking = forgiving(call, body.allowSaveOnDuplicate === true);
  return answerWrite(call, object, () => {
    notModifiedSince(call, row);
    const draft = draftOf(call, object, given);
    const changed = update(call.org, asking.caller, object, row, draft);
    return written(
      call,
      object,
      changed,
      [...draft.values.keys()].map(({ name }) => name),
      200,
    );
  });
};

export const deleteRecord: Handler = (call, { id = '' }) => {
  const { object, row } = recordAt(call, id);
  return answerWrite(call, object, () => {
    remove(call.org, call.caller, object, row);
    return { status: 204 };
  });
};

/** A form may save in spite of duplicate rules that only alert. */
function forgiving(call: Call, allow: boolean): Pick<Call, 'caller'> {
  return { caller: { ...call.caller, allowDuplicates: call.caller.allowDuplicates || allow } };
}

/** The record as it is then: the fields of its layout, and those that were written. */
function written(
  call: Call,
  object: ObjectType,
  row: Row,
  names: string[],
  status: number,
): Answer {
  const selection = emptySelection();
  selectLayouts(call, object, selection, ['Full'], ['View', 'Edit']);
  for (const name of names) add(call, object, selection, [name]);
  call.org.recent.touch(call.caller.userId, row.Id);
  const stored = call.org.database.table(object).get(row.Id);
  if (!stored) throw refuse('UNKNOWN_EXCEPTION', `${row.Id} was saved and is gone`);
  return { status, body: record(call, object, stored, selection) };
}

import { publish } from '../events/platform-event.ts';
import type { Caller, Org } from '../org.ts';
import type { Field, ObjectType } from '../schema/model.ts';
import { assign, checkQueue } from './assignment.ts';
import { checkValue } from './check-value.ts';
import { completeByFeatures } from './complete.ts';
import { refuseConverted } from './converted.ts';
import { checkDuplicateRules, checkUnique } from './duplicates.ts';
import { checkLocks } from './locks.ts';
import { checkRowFaults } from './obstacles.ts';
import { defaults } from './defaults.ts';
import { wholeSeconds } from './parse-value.ts';
import { checkPersonContact, refusePersonContact, writePersonContact } from './person-accounts.ts';
import type { Draft } from './read-body.ts';
import { checkReference, resolveParents } from './references.ts';
import { Refused, refuse, type Refusal } from './refusal.ts';
import { textOf, type Row, type Value } from './row.ts';
import { checkEdit, checkTransfer } from './sharing.ts';
import { checkValidationRules } from './validation.ts';

/** Makes a new record and answers it. Throws Refused, and has then changed nothing. */
export function insert(org: Org, caller: Caller, object: ObjectType, draft: Draft): Row {
  if (object.event) return publish(org, caller, object, draft);
  if (!caller.rights.may('create', object)) throw noRight();
  const values = resolveParents(org, caller, draft);
  checkWritable(caller, object, values, 'createable');
  checkRowFaults(org, object, values, undefined);
  const now = wholeSeconds(org.clock.now());
  const row = {
    Id: org.database.newId(object),
    IsDeleted: false,
    ...defaults(org, object, caller.userId),
    CreatedDate: now,
    CreatedById: caller.userId,
  } as Row;
  return save(org, caller, object, row, values, undefined);
}

/** Changes a record and answers it as it is then. Throws Refused, and has then changed nothing. */
export function update(
  org: Org,
  caller: Caller,
  object: ObjectType,
  before: Row,
  draft: Draft,
): Row {
  if (!caller.rights.may('edit', object)) throw noRight();
  if (before.IsDeleted === true) throw refuse('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
  checkEdit(org, caller, object, before);
  refuseConverted(object, before);
  refusePersonContact(object, before);
  const values = resolveParents(org, caller, draft);
  checkWritable(caller, object, values, 'updateable');
  checkRowFaults(org, object, values, before);
  return save(org, caller, object, { ...before }, values, before);
}

function save(
  org: Org,
  caller: Caller,
  object: ObjectType,
  row: Row,
  values: Map<Field, Value>,
  before: Row | undefined,
): Row {
  const refusals: Refusal[] = [];
  for (const [field, value] of values) {
    // Set even when refused: a field that holds something wrong is not a missing one.
    row[field.name] = value;
    try {
      const checked = checkValue(field, value);
      row[field.name] = checked;
      const isNew = checked !== before?.[field.name];
      if (field.type === 'reference' && typeof checked === 'string' && isNew) {
        checkReference(org, caller, field, checked);
      }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(...error.refusals);
    }
  }
  if (refusals.length === 0) completeByFeatures(org, object, row, values, before);
  const missing = object.fields.filter((field) => field.required && (row[field.name] ?? '') === '');
  if (missing.length > 0) {
    const names = missing.map((field) => field.name);
    const message = `Required fields are missing: [${names.join(', ')}]`;
    throw new Refused([{ code: 'REQUIRED_FIELD_MISSING', message, fields: names }]);
  }
  if (refusals.length > 0) throw new Refused(refusals);
  name(org, object, row);
  row.LastModifiedDate = wholeSeconds(org.clock.now());
  row.LastModifiedById = caller.userId;
  row.SystemModstamp = row.LastModifiedDate;
  if (before) checkTransfer(org, caller, object, before, row);
  assign(org, caller, object, row);
  checkQueue(org, object, row);
  checkLocks(org, object, row);
  checkValidationRules(org, caller, object, row, before);
  checkUnique(org, caller, object, row);
  if (object.name === 'Account') checkPersonContact(org, caller, row);
  checkDuplicateRules(org, caller, object, row, before);
  org.database.put(object, row);
  if (object.name === 'Account') writePersonContact(org, row);
  return row;
}

/** Names the platform gives: a number, a person's two names as one, or for want of any the id. */
function name(org: Org, object: ObjectType, row: Row): void {
  const field = object.fields.find(({ nameField }) => nameField);
  if (!field) return;
  if (field.autoNumber) {
    row.Name ??= field.autoNumber.replace(/\{(0+)\}/, (_, zeros: string) =>
      String(org.database.next(`name of ${object.name}`)).padStart(zeros.length, '0'),
    );
  } else if ('LastName' in row) {
    row.Name = [textOf(row, 'FirstName'), textOf(row, 'LastName')].filter(Boolean).join(' ');
  } else {
    row.Name ??= row.Id;
  }
}

function checkWritable(
  caller: Caller,
  object: ObjectType,
  values: Map<Field, Value>,
  mode: 'createable' | 'updateable',
): void {
  const closed = [...values.keys()]
    .filter((field) => !field[mode] || !caller.rights.canWrite(object, field))
    .map((field) => field.name);
  if (closed.length === 0) return;
  throw refuse(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${closed.join(', ')}. Please check the security settings of ` +
      'this field and verify that it is read/write for your profile or permission set.',
    closed,
  );
}

export function noRight(): Refused {
  return refuse('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []);
}

import type { CustomField, List, Membership, Row } from '../rows.ts';
import type { Collection } from '../../kit/store.ts';
import type { Unit } from '../unit.ts';
import { Refusal } from './refusal.ts';
import type { Resource, Values } from './resource.ts';

const STAMPS = ['createdAt', 'updatedAt'];

/** Rows that hold what they are given, and nothing depends on. */
function plain<Kind extends Row>(
  unit: Unit,
  rows: Collection<Kind>,
  sequence: string,
  complete: (values: Values) => Values = (values) => values,
): Pick<Required<Resource>, 'rows' | 'create' | 'update' | 'remove'> {
  const save = (row: Row): Row => {
    rows.set(String(row.id), row as Kind);
    return row;
  };
  return {
    rows: () => rows.values(),
    create: (values) =>
      save({
        ...complete(values),
        id: unit.next(sequence),
        createdAt: unit.now(),
        updatedAt: unit.now(),
      }),
    update: (row, values) => save({ ...row, ...values, id: row.id, updatedAt: unit.now() }),
    remove: (row) => rows.delete(String(row.id)),
  };
}

export function listResource(unit: Unit): Resource {
  const given = ['name', 'title', 'description', 'isPublic', 'folderId', 'campaignId'];
  const defaults = { title: null, description: null, isPublic: false, isDynamic: false };
  const base = plain<List>(unit, unit.rows.lists, 'list', (values) => ({ ...defaults, ...values }));
  return {
    path: 'objects/lists',
    ...base,
    fields: () => ['id', ...given, 'isDynamic', ...STAMPS],
    writable: () => given,
    required: ['name'],
    remove(row) {
      for (const { prospectId } of unit.members.of(row as List)) {
        unit.members.remove(row.id, prospectId);
      }
      base.remove(row);
    },
  };
}

export function membershipResource(unit: Unit): Resource {
  const { members, rows, prospects } = unit;
  const changeable = (row: Row): Membership => {
    const membership = row as Membership;
    refuseDynamic(rows.lists.get(String(membership.listId)));
    return membership;
  };
  return {
    path: 'objects/list-memberships',
    rows() {
      members.refresh();
      return rows.memberships.values();
    },
    fields: () => ['id', 'listId', 'prospectId', 'optedOut', ...STAMPS],
    writable: () => ['listId', 'prospectId', 'optedOut'],
    required: ['listId', 'prospectId'],
    create({ listId, prospectId, optedOut }) {
      const list = rows.lists.get(String(listId));
      const prospect = rows.prospects.get(String(prospectId));
      if (!list) throw new Refusal(400, 55, 'Invalid list ID');
      if (!prospect || prospect.isDeleted === true)
        throw new Refusal(400, 3, 'Invalid prospect ID');
      refuseDynamic(list);
      if (members.find(list.id, prospect.id)) {
        throw new Refusal(400, 58, 'The prospect is already a member of that list');
      }
      prospects.touch(prospect.id);
      return members.add(list.id, prospect.id, optedOut === true);
    },
    update(row, { optedOut }) {
      const { listId, prospectId } = row as Membership;
      const changed = {
        ...(row as Membership),
        optedOut: optedOut === true,
        updatedAt: unit.now(),
      };
      rows.memberships.set(`${listId}:${prospectId}`, changed);
      return changed;
    },
    remove(row) {
      const { listId, prospectId } = changeable(row);
      members.remove(listId, prospectId);
    },
  };
}

function refuseDynamic(list: List | undefined): void {
  if (list?.isDynamic) {
    throw new Refusal(400, 55, 'Members of a dynamic list come and go by its rules alone.');
  }
}

export function customFieldResource(unit: Unit): Resource {
  const { customFields } = unit.rows;
  const given = ['name', 'fieldId', 'type', 'isRequired', 'isRecordMultipleResponses'];
  const base = plain<CustomField>(unit, customFields, 'custom-field', (values) => ({
    isRequired: false,
    isRecordMultipleResponses: false,
    salesforceId: null,
    behaviour: 'salesforce',
    ...values,
    apiFieldId: `${String(values.fieldId)}__c`,
  }));
  function refuseTaken(values: Values, own?: Row): void {
    const others = customFields.values().filter(({ id }) => id !== own?.id);
    const taken = (name: 'fieldId' | 'salesforceId'): boolean =>
      typeof values[name] === 'string' && others.some((one) => one[name] === values[name]);
    if (taken('fieldId')) throw new Refusal(400, 62, 'Another custom field has this fieldId.');
    if (taken('salesforceId')) {
      throw new Refusal(400, 62, 'A Salesforce field can be mapped to one field only.');
    }
  }
  return {
    path: 'objects/custom-fields',
    ...base,
    fields: () => ['id', ...given, 'apiFieldId', 'salesforceId', ...STAMPS],
    writable: () => [...given, 'salesforceId'],
    required: ['name', 'fieldId', 'type'],
    create(values) {
      refuseTaken(values);
      return base.create(values);
    },
    update(row, values) {
      if (values.fieldId !== undefined && values.fieldId !== row.fieldId) {
        throw new Refusal(400, 62, 'The fieldId of a field cannot change.');
      }
      refuseTaken(values, row);
      return base.update(row, values);
    },
  };
}

export function tagResource(unit: Unit): Resource {
  return {
    path: 'objects/tags',
    ...plain(unit, unit.rows.tags, 'tag'),
    fields: () => ['id', 'name', ...STAMPS],
    writable: () => ['name'],
    required: ['name'],
  };
}

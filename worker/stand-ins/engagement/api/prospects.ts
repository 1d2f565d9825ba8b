import { STANDARD_FIELDS } from '../prospects/prospects.ts';
import type { Prospect, Row, Value } from '../rows.ts';
import type { Unit } from '../unit.ts';
import { missing, notFound, Refusal } from './refusal.ts';
import type { Resource, Values } from './resource.ts';
import { textOf } from './text.ts';

const READ_ONLY = [
  'id',
  'grade',
  'salesforceId',
  'isDeleted',
  'lastActivityAt',
  'createdAt',
  'updatedAt',
];

export function prospectResource(unit: Unit): Resource {
  const { prospects, rows } = unit;
  const fields = (): string[] => [
    ...STANDARD_FIELDS,
    ...rows.customFields.values().map(({ apiFieldId }) => apiFieldId),
  ];
  const writable = (): string[] => fields().filter((name) => !READ_ONLY.includes(name));

  function checked(values: Values): Record<string, Value> {
    const unknown = Object.keys(values).find((name) => !writable().includes(name));
    if (unknown !== undefined) throw new Refusal(400, 130, `The field is invalid: ${unknown}`);
    if (values.email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(textOf(values.email))) {
      throw new Refusal(400, 4, 'Invalid prospect email address');
    }
    return values as Record<string, Value>;
  }

  function create(values: Values): Prospect {
    const row = checked(values);
    // Without several prospects to one address, an address is taken once.
    if (prospects.byEmail(String(row.email))) {
      throw new Refusal(400, 54, 'Email address is already in use');
    }
    const made = prospects.create(row);
    prospects.touch(made.id);
    return made;
  }

  function update(row: Row, values: Values): Prospect {
    const changes = checked(values);
    const other = typeof changes.email === 'string' ? prospects.byEmail(changes.email) : undefined;
    if (other && other.id !== row.id) throw new Refusal(400, 54, 'Email address is already in use');
    const changed = prospects.change(row as Prospect, changes);
    prospects.touch(changed.id);
    return changed;
  }

  function upsertLatestByEmail(body: Values): { status: number; row: Row } {
    const { matchEmail, prospect } = body;
    if (typeof matchEmail !== 'string' || matchEmail === '') throw missing(['matchEmail']);
    if (prospect === null || typeof prospect !== 'object') throw missing(['prospect']);
    const known = prospects.byEmail(matchEmail);
    const row = known
      ? update(known, prospect as Values)
      : create({ email: matchEmail, ...prospect });
    return { status: 201, row };
  }

  const live = (row: Row | undefined): Row => {
    if (!row || row.isDeleted === true) throw notFound();
    return row;
  };

  function tag(body: Values, row: Row | undefined, add: boolean): { status: number; row: Row } {
    const prospect = live(row);
    const name = body.tagName;
    if (typeof name !== 'string' || name === '') throw missing(['tagName']);
    const known = rows.tags.values().find((one) => one.name === name);
    if (!known && !add) throw notFound();
    const stamps = { createdAt: unit.now(), updatedAt: unit.now() };
    const tagRow = known ?? { id: unit.next('tag'), name, ...stamps };
    if (!known) rows.tags.set(String(tagRow.id), tagRow);
    const key = `${tagRow.id}:${prospect.id}`;
    if (!add) rows.taggedObjects.delete(key);
    else if (!rows.taggedObjects.get(key)) {
      rows.taggedObjects.set(key, {
        id: unit.next('tagged-object'),
        tagId: tagRow.id,
        objectId: prospect.id,
        objectType: 'prospect',
        createdAt: unit.now(),
      });
    }
    return { status: 200, row: prospect };
  }

  return {
    path: 'objects/prospects',
    rows: () => rows.prospects.values(),
    fields,
    writable,
    required: ['email'],
    create,
    update,
    remove: (row) => void prospects.change(row as Prospect, { isDeleted: true }),
    verbs: {
      upsertLatestByEmail: (body) => upsertLatestByEmail(body),
      undelete: (_, row) => {
        if (row?.isDeleted !== true) throw notFound();
        return { status: 200, row: prospects.change(row as Prospect, { isDeleted: false }) };
      },
      addTag: (body, row) => tag(body, row, true),
      removeTag: (body, row) => tag(body, row, false),
    },
  };
}

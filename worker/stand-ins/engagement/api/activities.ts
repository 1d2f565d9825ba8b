import type { Row } from '../rows.ts';
import type { Unit } from '../unit.ts';
import { Refusal } from './refusal.ts';
import type { Resource } from './resource.ts';
import { textOf } from './text.ts';

const STAMPS = ['createdAt', 'updatedAt'];
/** Visitor activity type of an external activity. */
const CUSTOM = 40;

export function externalActivityResource(unit: Unit): Resource {
  const given = ['extension', 'type', 'email', 'value', 'activityDate'];
  return {
    path: 'external-activities',
    rows: () => unit.rows.externalActivities.values(),
    fields: () => ['id', ...given, 'prospectId', ...STAMPS],
    writable: () => given,
    required: ['extension', 'type', 'email', 'value'],
    create({ extension, type, email, value, activityDate }) {
      const prospect = unit.prospects.byEmail(textOf(email));
      if (!prospect) throw new Refusal(400, 4, 'Invalid prospect email address');
      const date = activityDate === undefined ? unit.clock.now() : new Date(textOf(activityDate));
      if (Number.isNaN(date.getTime()))
        throw new Refusal(400, 57, 'The date is invalid: activityDate');
      const id = unit.next('external-activity');
      const row = {
        id,
        prospectId: prospect.id,
        extension: textOf(extension),
        type: textOf(type),
        email,
        value,
        activityDate: date.toISOString(),
        createdAt: unit.now(),
        updatedAt: unit.now(),
      };
      unit.rows.externalActivities.set(String(id), row);
      unit.prospects.change(prospect, { lastActivityAt: unit.now() });
      keepVisitorActivity(unit, prospect.id, `${row.extension}: ${row.type}`);
      return row;
    },
  };
}

function keepVisitorActivity(unit: Unit, prospectId: number, details: string): void {
  const id = unit.next('visitor-activity');
  const stamps = { createdAt: unit.now(), updatedAt: unit.now() };
  const row: Row = {
    id,
    prospectId,
    type: CUSTOM,
    typeName: 'External Activity',
    details,
    ...stamps,
  };
  unit.rows.visitorActivities.set(String(id), row);
}

export function visitorActivityResource(unit: Unit): Resource {
  return {
    path: 'objects/visitor-activities',
    rows: () => unit.rows.visitorActivities.values(),
    fields: () => ['id', 'prospectId', 'type', 'typeName', 'details', ...STAMPS],
  };
}

export function programResource(unit: Unit): Resource {
  return {
    path: 'objects/engagement-studio-programs',
    rows: () => unit.rows.programs.values(),
    fields: () => ['id', 'name', 'description', 'status', ...STAMPS],
  };
}

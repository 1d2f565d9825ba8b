import type { Clock } from '../../kit/clock.ts';
import type { Faults } from '../../kit/faults.ts';
import type { Journal, JournalEntry } from '../../kit/journal.ts';
import type { Controls } from '../local/controls.ts';
import type { Org } from '../org.ts';
import { limitsOf } from '../rest/versions.ts';
import { CONTROL_GROUPS } from './controls/all.ts';

export interface PageParts {
  org: () => Org;
  controls: Controls;
  clock: Clock;
  faults: Faults;
  journal: Journal;
  /** Where the business unit next door listens; none when absent. */
  engagementUrl?: string;
}

/** What the page tells of the org at one moment. */
export interface Snapshot {
  now: string;
  objects: { name: string; label: string; records: number }[];
  components: { type: string; names: string[] }[];
  users: { username: string; isActive: boolean; permissionSets: string[] }[];
  limits: { name: string; max: number; used: number }[];
  /** Newest first. */
  requests: JournalEntry[];
  /** What is set at each control, by its path; undefined for a deed. */
  states: Map<string, string[] | undefined>;
}

const RECENT_MS = 15 * 60_000;
const MOST_REQUESTS = 100;

/** `status` is the first digit of the statuses to show; all when empty. */
export function takeSnapshot(parts: PageParts, status: string): Snapshot {
  const org = parts.org();
  const since = new Date(org.clock.now().getTime() - RECENT_MS).toISOString();
  const source = { org, controls: parts.controls, faults: parts.faults };
  return {
    now: org.clock.now().toISOString(),
    objects: countRecords(org),
    components: groupComponents(org),
    users: readUsers(parts.controls),
    limits: Object.entries(limitsOf(org)).map(([name, { Max, Remaining }]) => ({
      name,
      max: Max,
      used: Max - Remaining,
    })),
    requests: parts.journal
      .list()
      .filter((entry) => entry.at >= since && String(entry.status).startsWith(status))
      .slice(-MOST_REQUESTS)
      .reverse(),
    states: new Map(
      CONTROL_GROUPS.flatMap(([, controls]) =>
        controls.map(({ path, state }) => [path, state?.(source)] as const),
      ),
    ),
  };
}

function countRecords(org: Org): Snapshot['objects'] {
  return org.schema.objects
    .map((object) => ({
      name: object.name,
      label: object.label,
      records: org.database
        .table(object)
        .all()
        .filter((row) => row.IsDeleted !== true).length,
    }))
    .toSorted((left, right) => right.records - left.records || (left.name < right.name ? -1 : 1));
}

function groupComponents(org: Org): Snapshot['components'] {
  const byType = Map.groupBy(org.catalogue.all(), ({ type }) => type);
  return [...byType]
    .map(([type, all]) => ({
      type,
      names: all
        .map(({ fullName, namespace }) => namespace.componentName(type, fullName))
        .toSorted(),
    }))
    .toSorted((left, right) => (left.type < right.type ? -1 : 1));
}

function readUsers(controls: Controls): Snapshot['users'] {
  const users = controls.query('SELECT Id, Username, IsActive FROM User ORDER BY Username');
  const assigned = controls.query(
    'SELECT AssigneeId, PermissionSet.Name FROM PermissionSetAssignment ORDER BY PermissionSet.Name',
  ) as { AssigneeId: string; PermissionSet: { Name: string } | null }[];
  return users.map(({ Id, Username, IsActive }) => ({
    username: String(Username),
    isActive: IsActive === true,
    permissionSets: assigned
      .filter(({ AssigneeId }) => AssigneeId === Id)
      .map((assignment) => assignment.PermissionSet?.Name ?? ''),
  }));
}

import type { Prospects } from '../prospects/prospects.ts';
import type { CustomRecord, List, Membership, Prospect, Rows } from '../rows.ts';
import { holds, isTimeBased, type Evidence } from './rule.ts';

/** Who is on which list. */
export interface Members {
  of(list: List): Membership[];
  find(listId: number, prospectId: number): Membership | undefined;
  add(listId: number, prospectId: number, optedOut?: boolean): Membership;
  remove(listId: number, prospectId: number): void;
  listNamed(name: string): List | undefined;
  evidence(): Evidence;
  /** Brings dynamic lists up to date with every prospect that changed. */
  refresh(): void;
  /** What happens at midnight: the lists with time-based rules are evaluated for everybody. */
  refreshTimeBased(): void;
}

interface Parts {
  rows: Rows;
  prospects: Prospects;
  next: (sequence: string) => number;
  now: () => string;
}

export function createMembers({ rows, prospects, next, now }: Parts): Members {
  const key = (listId: number, prospectId: number): string => `${listId}:${prospectId}`;
  const find = (listId: number, prospectId: number): Membership | undefined =>
    rows.memberships.get(key(listId, prospectId));
  const listNamed = (name: string): List | undefined =>
    rows.lists.values().find((list) => list.name === name);

  function add(listId: number, prospectId: number, optedOut = false): Membership {
    const stamps = { createdAt: now(), updatedAt: now() };
    const row = { id: next('list-membership'), listId, prospectId, optedOut, ...stamps };
    rows.memberships.set(key(listId, prospectId), row);
    return row;
  }

  const remove = (listId: number, prospectId: number): void =>
    rows.memberships.delete(key(listId, prospectId));

  function recordsOf(prospect: Prospect, object: string): CustomRecord[] {
    const { salesforceId } = prospect;
    if (typeof salesforceId !== 'string') return [];
    return rows.customRecords
      .values()
      .filter((record) => record.object === object && record.people.includes(salesforceId));
  }

  const evidence = (): Evidence => ({
    now: new Date(now()),
    recordsOf,
    isMember(prospect, name) {
      const list = listNamed(name);
      return list !== undefined && find(list.id, prospect.id) !== undefined;
    },
  });

  function evaluate(list: List, prospect: Prospect, given: Evidence): void {
    const belongs =
      prospect.isDeleted !== true &&
      (list.rules ?? []).every((rule) => holds(rule, prospect, given));
    const member = find(list.id, prospect.id);
    if (belongs && !member) add(list.id, prospect.id);
    if (!belongs && member) remove(list.id, prospect.id);
  }

  const dynamicLists = (timeBased: boolean): List[] =>
    rows.lists
      .values()
      .filter((list) => list.isDynamic && (list.rules ?? []).some(isTimeBased) === timeBased);

  function evaluateAll(lists: List[], people: Prospect[]): void {
    const given = evidence();
    for (const list of lists) for (const one of people) evaluate(list, one, given);
  }

  return {
    of: (list) => rows.memberships.values().filter((row) => row.listId === list.id),
    find,
    add,
    remove,
    listNamed,
    evidence,
    refresh() {
      const changed = [...prospects.takeChanged()].flatMap(
        (id) => rows.prospects.get(String(id)) ?? [],
      );
      if (changed.length > 0) evaluateAll(dynamicLists(false), changed);
    },
    refreshTimeBased: () => evaluateAll(dynamicLists(true), rows.prospects.values()),
  };
}

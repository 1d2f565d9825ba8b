import type { Prospect, Rows, Value } from '../rows.ts';

/** Everybody the business unit knows. */
export interface Prospects {
  byEmail(email: string): Prospect | undefined;
  bySalesforceId(id: string): Prospect | undefined;
  create(values: Record<string, Value>): Prospect;
  change(prospect: Prospect, values: Record<string, Value>): Prospect;
  /** Ids of those changed since this was last asked. */
  takeChanged(): Set<number>;
  /** Lists look at this prospect again, though none of its own fields changed. */
  markChanged(id: number): void;
  /** The connector shall look at it at its next tick. */
  touch(id: number): void;
}

interface Parts {
  rows: Rows;
  next: (sequence: string) => number;
  now: () => string;
}

const EMPTY = {
  email: null,
  firstName: null,
  lastName: null,
  company: null,
  jobTitle: null,
  phone: null,
  source: null,
  score: 0,
  grade: null,
  campaignId: null,
  userId: null,
  salesforceId: null,
  optedOut: false,
  isDoNotEmail: false,
  isDeleted: false,
  lastActivityAt: null,
} satisfies Record<string, Value>;

/** The fields every prospect has, custom ones apart. */
export const STANDARD_FIELDS = ['id', ...Object.keys(EMPTY), 'createdAt', 'updatedAt'];

export function createProspects({ rows, next, now }: Parts): Prospects {
  const emails = new Map<string, number>();
  const salesforceIds = new Map<string, number>();
  const changed = new Set<number>();

  function index(prospect: Prospect): void {
    changed.add(prospect.id);
    const { email, salesforceId } = prospect;
    if (typeof email === 'string' && prospect.isDeleted !== true) {
      emails.set(email.toLowerCase(), prospect.id);
    }
    if (typeof salesforceId === 'string') salesforceIds.set(salesforceId, prospect.id);
  }
  for (const prospect of rows.prospects.values()) index(prospect);

  function save(prospect: Prospect): Prospect {
    rows.prospects.set(String(prospect.id), prospect);
    index(prospect);
    return prospect;
  }

  // An index may still hold an address that a prospect no longer has.
  const found = (
    id: number | undefined,
    is: (prospect: Prospect) => boolean,
  ): Prospect | undefined => {
    const prospect = id === undefined ? undefined : rows.prospects.get(String(id));
    return prospect && prospect.isDeleted !== true && is(prospect) ? prospect : undefined;
  };

  return {
    byEmail(email) {
      const wanted = email.toLowerCase();
      return found(emails.get(wanted), (one) => String(one.email).toLowerCase() === wanted);
    },
    bySalesforceId: (id) => found(salesforceIds.get(id), (one) => one.salesforceId === id),
    create: (values) =>
      save({ ...EMPTY, createdAt: now(), updatedAt: now(), ...values, id: next('prospect') }),
    change: (prospect, values) =>
      save({ ...prospect, ...values, id: prospect.id, updatedAt: now() }),
    takeChanged() {
      const ids = new Set(changed);
      changed.clear();
      return ids;
    },
    markChanged: (id) => void changed.add(id),
    touch: (id) => rows.queue.set(`prospect:${id}`, { object: 'prospect', id: String(id) }),
  };
}

import type { Store } from '../../kit/store.ts';

/** Makes single rows fail, in collections and in single writes, whatever is in them. */
export interface RowFault {
  object: string;
  /** Only rows in which this field has (or gets) this value; `value` is compared as text. */
  field?: string;
  value?: string;
  statusCode: string;
  message: string;
  fields?: string[];
  /** How many rows it hits; 1 when absent. */
  times?: number;
}

/** A duplicate rule that matches one field exactly, in any case of letters. */
export interface DuplicateRule {
  object: string;
  matchField: string;
  /** `alert` lets a caller save who asks for it, `block` never does. */
  action: 'block' | 'alert';
  /** Among which objects it looks; its own when absent. */
  matchObjects?: string[];
  name?: string;
  message?: string;
}

/** The active assignment rule of an object, with its one entry that fits everybody. */
export interface AssignmentRule {
  object: string;
  /** A user or a queue. */
  ownerId: string;
}

/** Refuses a row of which the formula, in the platform's formula language, is true. */
export interface ValidationRule {
  object: string;
  formula: string;
  message: string;
  /** The field beside which the message shows; the top of the page when absent. */
  field?: string;
}

/** Somebody else works on this record, until the lock is cleared unless it says otherwise. */
export interface Lock {
  recordId: string;
  /** How many writes it still refuses. */
  times?: number;
  /** When it is let go of, on the org's clock. */
  until?: string;
}

export interface RuleList<Rule> {
  add(rule: Rule): void;
  list(): Rule[];
  clear(): void;
}

export interface Rules {
  rowFaults: RuleList<RowFault> & { take(matches: (fault: RowFault) => boolean): RowFault | null };
  duplicateRules: RuleList<DuplicateRule>;
  validationRules: RuleList<ValidationRule>;
  assignmentRules: RuleList<AssignmentRule>;
  locks: RuleList<Lock>;
  /** A write came to grief on this lock, which may have been its last. */
  countLock(lock: Lock): void;
  /** How the answer spells the key of what was found; orgs are known to misspell it. */
  duplicateResultKey(): DuplicateResultKey;
  setDuplicateResultKey(key: DuplicateResultKey): void;
}

export type DuplicateResultKey = 'duplicateResut' | 'duplicateResult';

/** What an admin of the org, or other people at work in it, put in the way of a write. */
export function createRules(store: Store): Rules {
  const lists = store.collection<unknown[]>('rules');

  function ruleList<Rule>(name: string): RuleList<Rule> {
    const list = (): Rule[] => (lists.get(name) ?? []) as Rule[];
    return {
      add: (rule) => lists.set(name, [...list(), rule]),
      list,
      clear: () => lists.delete(name),
    };
  }

  const faults = ruleList<RowFault>('row faults');
  const locks = ruleList<Lock>('locks');
  return {
    rowFaults: {
      ...faults,
      take(matches) {
        const all = faults.list();
        const hit = all.find(matches);
        if (!hit) return null;
        const left = (hit.times ?? 1) - 1;
        const rest = all.flatMap((other) => {
          if (other !== hit) return other;
          return left > 0 ? { ...hit, times: left } : [];
        });
        lists.set('row faults', rest);
        return hit;
      },
    },
    duplicateRules: ruleList<DuplicateRule>('duplicate rules'),
    validationRules: ruleList<ValidationRule>('validation rules'),
    assignmentRules: ruleList<AssignmentRule>('assignment rules'),
    locks,
    countLock(hit) {
      const times = (hit.times ?? 1) - 1;
      const all = locks.list();
      lists.set(
        'locks',
        all.flatMap((lock) => {
          if (lock !== hit) return lock;
          return times > 0 ? { ...lock, times } : [];
        }),
      );
    },
    duplicateResultKey: () =>
      (lists.get('duplicate result key')?.[0] ?? 'duplicateResut') as DuplicateResultKey,
    setDuplicateResultKey: (key) => lists.set('duplicate result key', [key]),
  };
}

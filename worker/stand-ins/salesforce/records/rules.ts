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
  name?: string;
  message?: string;
}

/** Refuses a row when the field's text matches the regular expression (nothing counts as empty). */
export interface ValidationRule {
  object: string;
  field: string;
  pattern: string;
  message: string;
}

/** Somebody else works on this record and lets go of it only when the lock is cleared. */
export interface Lock {
  recordId: string;
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
  locks: RuleList<Lock>;
}

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
    locks: ruleList<Lock>('locks'),
  };
}

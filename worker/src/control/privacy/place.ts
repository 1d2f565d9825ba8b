/** What becomes of what is found in a place. */
export type Fate = 'erased' | 'anonymised' | 'kept';

/** A place that may hold something about a person, as previews and receipts name it. */
export interface Place {
  /** The table, or the object without the package's namespace. */
  place: string;
  label: string;
  where: 'worker' | 'salesforce';
  what: Fate;
  note: string;
}

/** A place of the worker's database. Conditions and statements see the row as `it`, the subject as `s`. */
export interface TablePlace extends Omit<Place, 'where'> {
  /** With its schema, where it is not ours. */
  table?: string;
  /** Which rows are about the subject: a condition. */
  rows: string;
  /** Which of those are theirs, and not others' that only name their address; absent: all. */
  own?: string;
  /** What a row goes by, for comparing. */
  key: string;
  /** Its rows name no org; what they go by names the shop. */
  isOrgless?: true;
  /** Comes and goes by itself, and does not make a preview old. */
  passing?: true;
  /** Statements, in their order; none for what is kept. */
  erase: string[];
}

/** A place in Salesforce that the worker writes. */
export interface ObjectPlace extends Omit<Place, 'where'> {
  /** Fields by which its records are found. */
  by: {
    records?: string[];
    names?: string[];
    addresses?: string[];
    people?: string[];
  };
  /** Texts that stay: they say nothing about anybody. */
  stays?: string[];
  /** Lookups that are emptied. */
  empties?: string[];
  /** What is said in the place of a value, where null would not do. */
  says?: Record<string, string | number | boolean>;
  /** Its records are deleted, which the worker's user may. */
  removed?: true;
}

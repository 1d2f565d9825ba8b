import type { FieldValue, RowProblem, Unmapped } from '#mapping-engine';
import type { RecordKind } from '../../shared/ids.ts';

/** What would become of one record, for a screen (`Data__c` of a result of kind `Trial`). */
export interface TrialRecord {
  kind: TrialKind;
  /** The shop's own id. */
  id: string;
  title: string;
  person: TrialPerson;
  writes: TrialWrite[];
  duplicates: TrialDuplicate[];
  problems: RowProblem[];
  unmapped: Unmapped[];
  /** Why nothing would be written at all, or what else there is to say. */
  note?: string;
}

export type TrialKind = Exclude<RecordKind, 'customer'> | 'person';

export interface TrialPerson {
  who: 'known' | 'found' | 'new' | 'several' | 'none';
  why: string;
  object?: string;
  id?: string;
  name?: string;
  /** With `several`. */
  candidates?: { object: string; id: string; name: string; why: string }[];
}

export interface TrialWrite {
  object: string;
  action: 'create' | 'update' | 'nothing';
  /** Salesforce's, of a record that is there. */
  id?: string;
  name?: string;
  fields: TrialField[];
  refusals: Refusal[];
}

export interface TrialField {
  field: string;
  label: string;
  before: FieldValue;
  after: FieldValue;
  /** `kept`: the mapping has a value that Salesforce's own stays before. */
  change: 'new' | 'changed' | 'same' | 'kept';
  /** Id of the row of the mapping that gave the value. */
  row?: string;
}

/** What Salesforce would refuse, or Cartbridge would have to mend. */
export interface Refusal {
  code: string;
  field?: string;
  what: string;
  fix: string;
}

export interface TrialDuplicate {
  object: string;
  rule?: string;
  verdict: 'allow' | 'alert' | 'block';
  matches: { object: string; id: string; name: string }[];
}

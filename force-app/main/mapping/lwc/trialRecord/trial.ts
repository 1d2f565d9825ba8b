/** What the worker tells of a record it tried, as `Sync_Result__c.Data__c` holds it. */
export interface Trial {
  kind: string;
  id: string;
  title: string;
  person: {
    who: 'known' | 'found' | 'new' | 'several' | 'none';
    why: string;
    object?: string;
    id?: string;
    name?: string;
    candidates?: { object: string; id: string; name: string; why: string }[];
  };
  writes: Write[];
  duplicates: {
    object: string;
    rule?: string;
    verdict: 'allow' | 'alert' | 'block';
    matches: { object: string; id: string; name: string }[];
  }[];
  problems: { target: string; field: string; step: string | null; reason: string }[];
  unmapped: { target: string; field: string; value: string }[];
  note?: string;
}

export interface Write {
  object: string;
  action: 'create' | 'update' | 'nothing';
  id?: string;
  name?: string;
  fields: {
    field: string;
    label: string;
    before: unknown;
    after: unknown;
    change: 'new' | 'changed' | 'same' | 'kept';
    row?: string;
  }[];
  refusals: { code: string; field?: string; what: string; fix: string }[];
}

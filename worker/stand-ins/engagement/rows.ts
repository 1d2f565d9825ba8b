import type { Collection, Store } from '../kit/store.ts';
import type { Program, Participant, SentMail } from './programs/model.ts';
import type { Rule } from './segments/rule.ts';

export type Value = string | number | boolean | null;

/** A row as the API shows it; the members that only some kinds have are in the types below. */
export interface Row {
  id: number;
  [field: string]: unknown;
}

/** Standard fields in camel case, custom ones with `__c`; times are ISO texts in UTC. */
export interface Prospect {
  id: number;
  [field: string]: Value;
}

export interface List extends Row {
  name: string;
  isDynamic: boolean;
  /** Of a dynamic list: all must hold. */
  rules?: Rule[];
}

export interface Membership extends Row {
  listId: number;
  prospectId: number;
  optedOut: boolean;
}

/** Whose value survives when both sides hold one; a blank never survives. */
export type Behaviour = 'salesforce' | 'prospect' | 'latest';

export interface CustomField extends Row {
  name: string;
  fieldId: string;
  /** What the prospect's field is called in the API: `fieldId` with `__c`. */
  apiFieldId: string;
  type: string;
  /** The API name of the field on Lead and Contact; null when it is not synced. */
  salesforceId: string | null;
  behaviour: Behaviour;
}

export interface ExternalActivity extends Row {
  prospectId: number;
  extension: string;
  type: string;
  activityDate: string;
}

/** A Salesforce record of a synced custom object; nobody but the connector writes it. */
export interface CustomRecord {
  id: string;
  object: string;
  /** Ids of the Leads and Contacts it belongs to. */
  people: string[];
  fields: Record<string, Value>;
}

/** Somebody the connector has yet to look at. */
export interface Waiting {
  object: 'Lead' | 'Contact' | 'prospect';
  id: string;
  /** What Salesforce said of the record; absent for prospects. */
  record?: Record<string, Value>;
}

/** Where a reading of changes stopped, and which rows of that very second were read. */
export interface Cursor {
  at: string;
  seen: string[];
}

export type Rows = ReturnType<typeof openRows>;

export function openRows(store: Store) {
  const of = <Kind>(name: string): Collection<Kind> => store.collection<Kind>(name);
  return {
    prospects: of<Prospect>('prospect'),
    lists: of<List>('list'),
    memberships: of<Membership>('membership'),
    customFields: of<CustomField>('custom-field'),
    tags: of<Row>('tag'),
    taggedObjects: of<Row>('tagged-object'),
    externalActivities: of<ExternalActivity>('external-activity'),
    visitorActivities: of<Row>('visitor-activity'),
    programs: of<Program>('program'),
    participants: of<Participant>('participant'),
    outbox: of<SentMail>('outbox'),
    customRecords: of<CustomRecord>('custom-record'),
    queue: of<Waiting>('queue'),
    cursors: of<Cursor>('cursor'),
    settings: of<Settings>('settings'),
  };
}

/** What an administrator of the business unit sets. */
export interface Settings {
  connectorPaused: boolean;
  /** Salesforce's email addresses replace the prospects'. */
  followEmailChanges: boolean;
  allowRepeatedTemplates: boolean;
  customObjects: { object: string; people: string[]; fields: string[] }[];
}

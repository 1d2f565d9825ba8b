import { plain } from 'c/names';
import { idOf, nodesOf, numberOf, textOf } from 'c/query';

export { fileIn, foundIn, receiptIn, recordIdsOf } from './answers';
export type { Found, FoundPerson, PersonRecord, Place, Preview, Receipt, What } from './answers';
export { JOB, NAMES, RIGHTS } from './queries';

/** Whom it is about: exactly one of these. */
export type Who = { email: string } | { customerKey: string } | { recordId: string };

const KEY = /^[^\s:]+:\w+:\S+$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
/** Contacts, leads and accounts. */
const RECORD = /^(003|00Q|001)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?$/;

/** What somebody typed; absent where it is none of the three. A guest's key may hold an address. */
export function whoIn(typed: string): Who | undefined {
  const text = typed.trim();
  if (KEY.test(text)) return { customerKey: text };
  if (EMAIL.test(text)) return { email: text };
  return RECORD.test(text) ? { recordId: text } : undefined;
}

export interface PrivacyJob {
  id: string;
  name: string;
  status: string;
  message: string;
  result: string;
  total: number;
  completed: number;
  /** What each of its results holds, in order. */
  parts: string[];
}

interface Answer {
  uiapi?: {
    objectInfos?: ({ createable?: boolean } | null)[] | null;
    query?: Record<string, unknown>;
  };
}

const queried = (data: unknown): Record<string, unknown> =>
  plain(data as Answer).uiapi?.query ?? {};

export function rightsOf(data: unknown): { mayAsk: boolean; heardAt: string } {
  const [status] = nodesOf(queried(data).Worker_Status__c);
  return {
    mayAsk: (data as Answer).uiapi?.objectInfos?.[0]?.createable === true,
    heardAt: textOf(status, 'Heard_At__c'),
  };
}

export function jobOf(data: unknown): PrivacyJob | undefined {
  const { Sync_Job__c, Sync_Result__c } = queried(data);
  const [node] = nodesOf(Sync_Job__c);
  return (
    node && {
      ...{ id: idOf(node), name: textOf(node, 'Name'), status: textOf(node, 'Status__c') },
      ...{ message: textOf(node, 'Message__c'), result: textOf(node, 'Result__c') },
      ...{ total: numberOf(node, 'Total__c') ?? 0, completed: numberOf(node, 'Completed__c') ?? 0 },
      parts: nodesOf(Sync_Result__c).map((part) => textOf(part, 'Data__c')),
    }
  );
}

/** By the ids of the records. */
export function namesOf(data: unknown): Record<string, string> {
  const { Contact, Lead, Account } = queried(data);
  const nodes = [Contact, Lead, Account].flatMap(nodesOf);
  return Object.fromEntries(nodes.map((node) => [idOf(node), textOf(node, 'Name')]));
}

import { textOf, type Node } from 'c/query';

export type PersonObject = 'Contact' | 'Lead' | 'Account';

/** What is known of somebody; empty where it is not. */
export interface Facts {
  name: string;
  email: string;
  phone: string;
  company: string;
  customerKey: string;
}

export interface Candidate extends Facts {
  id: string;
  object: PersonObject;
  owner: string;
  createdAt: string;
  lastActivity: string;
  /** How it came into the review, in the worker's words. */
  matchedBy: string[];
}

export interface Evidence {
  shopper: Facts;
  candidates: Candidate[];
}

type Raw = Record<string, unknown>;

/** What the worker found, `Match_Review__c.Evidence__c`; what it does not say is empty. */
export function evidenceIn(json: string): Evidence {
  const { shopper, candidates } = parsed(json);
  return {
    shopper: factsIn((shopper ?? {}) as Raw),
    candidates: (Array.isArray(candidates) ? (candidates as Raw[]) : []).map((raw) => ({
      ...factsIn(raw),
      ...{ id: text(raw.id), object: (text(raw.object) || 'Contact') as PersonObject },
      ...{ owner: text(raw.owner), createdAt: text(raw.createdAt) },
      lastActivity: text(raw.lastActivity),
      matchedBy: Array.isArray(raw.matchedBy) ? raw.matchedBy.map(text) : [],
    })),
  };
}

function factsIn(raw: Raw): Facts {
  return {
    ...{ name: text(raw.name), email: text(raw.email), phone: text(raw.phone) },
    ...{ company: text(raw.company), customerKey: text(raw.customerKey) },
  };
}

/** The candidate as it is now. A field that is hidden from the user stays as the worker saw it. */
export function freshened(candidate: Candidate, node: Node): Candidate {
  const now = (field: string, before: string): string =>
    field in node && node[field] ? textOf(node, field) : before;
  const inside = (parent: string, before: string): string =>
    textOf(node[parent] as Node | undefined, 'Name') || before;
  return {
    ...candidate,
    name: now('Name', candidate.name),
    email: now('Email', candidate.email),
    phone: now('Phone', candidate.phone),
    company: now('Company', inside('Account', candidate.company)),
    customerKey: now('Customer_Key__c', candidate.customerKey),
    owner: inside('Owner', candidate.owner),
    createdAt: now('CreatedDate', candidate.createdAt),
    lastActivity: now('LastActivityDate', candidate.lastActivity),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function parsed(json: string): Raw {
  try {
    return (JSON.parse(json) ?? {}) as Raw;
  } catch {
    return {};
  }
}

import { countOf, idOf, nodesOf, numberOf, query, textOf, type Node } from 'c/query';
import { readPolicy, type Policy } from 'c/peoplePolicy';
import { isSilent } from 'c/silence';

const JOB = 'Id Type__c { value } Status__c { value } Message__c { value } CreatedDate { value }';
const NEWEST = 'orderBy: { CreatedDate: { order: DESC }, Name: { order: DESC } }';

/** All the set-up rests on, in one round trip. */
export const SETUP = query(`
  query setup {
    uiapi {
      query {
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) {
          edges {
            node {
              Id
              Worker_URL__c { value }
              Heard_At__c { value }
              Worker_Version__c { value }
              Preflight__c { value }
              Settings__c { value }
            }
          }
        }
        Shop__c(first: 50, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name { value }
              Status__c { value }
              Hooks_Alive__c { value }
              Hooks_Wanted__c { value }
              Hooks_Checked_At__c { value }
              Shop_Key__c { value }
            }
          }
        }
        Mapping__c(first: 50, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Published_Version__c { value }
              Draft_Base__c { value }
              Shop__r { Name { value } }
            }
          }
        }
        Order__c(first: 1) { edges { node { Id } } totalCount }
        recent: Sync_Job__c(
          first: 50
          where: { Type__c: { in: ["Change Settings", "Send Sample Event", "Load History"] } }
          ${NEWEST}
        ) { edges { node { ${JOB} } } }
        checked: Sync_Job__c(first: 1, where: { Type__c: { eq: "Check Setup" } }, ${NEWEST}) {
          edges { node { ${JOB} } }
        }
        chosen: Sync_Job__c(
          first: 1
          where: { Type__c: { eq: "Change Settings" }, Status__c: { eq: "Done" } }
        ) { edges { node { Id } } }
        sampled: Sync_Job__c(
          first: 1
          where: { Type__c: { eq: "Send Sample Event" }, Status__c: { eq: "Done" } }
        ) { edges { node { Id } } }
      }
    }
  }
`);

export interface JobFact {
  id: string;
  type: string;
  status: string;
  message: string;
  createdAt: string;
}

export interface ShopFact {
  id: string;
  name: string;
  status: string;
  hooksAlive: number;
  hooksWanted: number;
  /** The worker makes none of its webhooks: people set them up in the shop, or there are none. */
  isByHand: boolean;
  /** By which the worker knows it. */
  key: string;
  /** Connected, and all its webhooks are on. */
  works: boolean;
}

export interface Check {
  check: string;
  status: 'ok' | 'warning' | 'failed' | 'unknown';
  evidence: string;
  fix: string;
  /** Below the org's address. */
  path?: string;
}

export interface MappingFact {
  id: string;
  shop: string;
  /** The version in use; 0 before the first. */
  version: number;
  /** Whether somebody drafts the next one. */
  hasDraft: boolean;
}

export interface Facts {
  /** The id of the worker's record; empty as long as there is none. */
  statusId: string;
  workerUrl: string;
  /** Empty: never heard of. */
  heardAt: string;
  /** Whether it was heard of a moment ago, as a worker that runs is. */
  isHeard: boolean;
  version: string;
  checkedAt: string;
  checks: Check[];
  /** What the worker goes by for people; undefined as long as it has not said it. */
  policy: Policy | undefined;
  shops: ShopFact[];
  mappings: MappingFact[];
  orders: number;
  /** Newest first. */
  jobs: JobFact[];
  wasChosen: boolean;
  wasSampled: boolean;
}

export const NO_FACTS: Facts = {
  ...{ statusId: '', workerUrl: '', heardAt: '', isHeard: false, version: '', checkedAt: '' },
  ...{ checks: [], policy: undefined, shops: [], mappings: [], orders: 0, jobs: [] },
  ...{ wasChosen: false, wasSampled: false },
};

/** What a query for the set-up answered; what it left out counts as not there. */
export function readFacts(answered: unknown, now: Date): Facts {
  const found = (answered ?? {}) as Record<string, unknown>;
  const [status] = nodesOf(found.Worker_Status__c);
  const heardAt = textOf(status, 'Heard_At__c');
  const preflight = parse<{ checkedAt: string; checks: Check[] }>(textOf(status, 'Preflight__c'));
  return {
    statusId: idOf(status),
    workerUrl: textOf(status, 'Worker_URL__c'),
    heardAt,
    isHeard: heardAt !== '' && !isSilent(heardAt, now),
    version: textOf(status, 'Worker_Version__c'),
    checkedAt: preflight.checkedAt ?? '',
    checks: preflight.checks ?? [],
    policy: readPolicy(textOf(status, 'Settings__c')),
    shops: nodesOf(found.Shop__c).map(readShop),
    mappings: nodesOf(found.Mapping__c).map(readMapping),
    orders: countOf(found.Order__c),
    jobs: [...nodesOf(found.recent), ...nodesOf(found.checked)].map(readJob),
    wasChosen: nodesOf(found.chosen).length > 0,
    wasSampled: nodesOf(found.sampled).length > 0,
  };
}

/** The job of a type that was asked for last. */
export function newestJob(facts: Facts, type: string): JobFact | undefined {
  return facts.jobs.find((job) => job.type === type);
}

export function isOpen(job: JobFact | undefined): boolean {
  return job?.status === 'Requested' || job?.status === 'Running';
}

function readShop(node: Node): ShopFact {
  const hooksAlive = numberOf(node, 'Hooks_Alive__c') ?? 0;
  const hooksWanted = numberOf(node, 'Hooks_Wanted__c') ?? 0;
  const status = textOf(node, 'Status__c');
  // Before the worker has looked, it is not known that there are none to make.
  const isByHand = hooksWanted === 0 && textOf(node, 'Hooks_Checked_At__c') !== '';
  const areOn = isByHand || (hooksWanted > 0 && hooksAlive >= hooksWanted);
  return {
    ...{ id: idOf(node), name: textOf(node, 'Name'), key: textOf(node, 'Shop_Key__c') },
    ...{ status, hooksAlive, hooksWanted, isByHand, works: status === 'Connected' && areOn },
  };
}

/** A draft remembers the version it began from; where there is none the field is blank. */
function readMapping(node: Node): MappingFact {
  return {
    id: idOf(node),
    shop: textOf((node.Shop__r ?? undefined) as Node | undefined, 'Name'),
    version: numberOf(node, 'Published_Version__c') ?? 0,
    hasDraft: numberOf(node, 'Draft_Base__c') !== null,
  };
}

function readJob(node: Node): JobFact {
  return {
    id: idOf(node),
    type: textOf(node, 'Type__c'),
    status: textOf(node, 'Status__c'),
    message: textOf(node, 'Message__c'),
    createdAt: textOf(node, 'CreatedDate'),
  };
}

/** A text that is no JSON counts as nothing said. */
function parse<Shape>(text: string): Partial<Shape> {
  try {
    return (JSON.parse(text || '{}') ?? {}) as Partial<Shape>;
  } catch {
    return {};
  }
}

import { plain } from 'c/names';
import { idOf, nodesOf, numberOf, query, textOf, type Node } from 'c/query';

/** What the page opens with: the mappings of all shops, and the jobs that told about one of them. */
export const MAPPINGS = query(`
  query mappings {
    uiapi {
      objectInfos(apiNames: ["Sync_Job__c"]) { createable }
      query {
        Mapping__c(first: 50, orderBy: { Name: { order: ASC } }) {
          edges {
            node {
              Id
              Name { value }
              Draft__c { value }
              Draft_Base__c { value }
              Published_Version__c { value }
              LastModifiedDate { value }
              LastModifiedBy { Name { value } }
              Shop__c { value }
              Shop__r { Name { value } Platform__c { value } Shop_Key__c { value } }
            }
          }
        }
        Sync_Job__c(
          first: 100
          where: { Type__c: { in: ["Describe Targets", "Load Samples", "Publish Mapping"] } }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Type__c { value }
              Status__c { value }
              Message__c { value }
              Shop__c { value }
              CreatedDate { value }
            }
          }
        }
        Sync_Issue__c(
          first: 200
          where: {
            and: [
              { Cause__c: { eq: "mapping_paused" } }
              { Status__c: { in: ["Open", "Retrying"] } }
            ]
          }
        ) {
          edges { node { Id Fields__c { value } } }
        }
        Worker_Status__c(first: 1, where: { External_Id__c: { eq: "worker" } }) {
          edges { node { Id Heard_At__c { value } } }
        }
      }
    }
  }
`);

/** The mapping of one shop, as its record holds it. */
export interface MappingRecord {
  id: string;
  name: string;
  shopId: string;
  shopName: string;
  shopKey: string;
  platform: string;
  /** JSON; empty when nothing differs from the published version. */
  draft: string;
  /** The version the draft began from; 0 when it began from none. */
  draftBase: number;
  /** 0 before the first. */
  published: number;
  modifiedAt: string;
  modifiedBy: string;
}

export interface MappingJob {
  id: string;
  type: string;
  status: string;
  message: string;
  shopId: string;
  createdAt: string;
}

export interface MappingPage {
  mappings: MappingRecord[];
  /** Newest first. */
  jobs: MappingJob[];
  /** Whether the user may look alone, and ask nothing of the worker. */
  readOnly: boolean;
  /** Whether the user may see mappings at all. */
  mayRead: boolean;
  /** `Object.Field` that records are written without, for they are gone in Salesforce. */
  paused: ReadonlySet<string>;
  /** Empty before the worker was connected. */
  heardAt: string;
}

export function mappingsOf(data: unknown): MappingPage {
  const { uiapi } = plain(data) as {
    uiapi: { objectInfos?: ({ createable?: boolean } | null)[]; query?: Record<string, unknown> };
  };
  const { objectInfos, query: found = {} } = uiapi;
  return {
    mappings: nodesOf(found.Mapping__c).map(mappingIn),
    jobs: nodesOf(found.Sync_Job__c).map(jobIn),
    readOnly: objectInfos?.[0]?.createable !== true,
    mayRead: 'Mapping__c' in found && found.Mapping__c !== null,
    paused: new Set(nodesOf(found.Sync_Issue__c).map((node) => textOf(node, 'Fields__c'))),
    heardAt: textOf(nodesOf(found.Worker_Status__c)[0], 'Heard_At__c'),
  };
}

/** A describe of all objects replaces the ones before it; one of single objects completes them. */
const MOST_DESCRIBES = 10;

/** The jobs whose results say what is known of a shop's samples and of the org's fields. */
export function tellingJobs(jobs: readonly MappingJob[]): string[] {
  const done = (wanted: string, most: number): string[] =>
    jobs
      .filter(({ type, status }) => type === wanted && status === 'Done')
      .slice(0, most)
      .map(({ id }) => id);
  return [...done('Describe Targets', MOST_DESCRIBES), ...done('Load Samples', 1)];
}

function mappingIn(node: Node): MappingRecord {
  const shop = (node.Shop__r ?? undefined) as Node | undefined;
  const by = (node.LastModifiedBy ?? undefined) as Node | undefined;
  return {
    id: idOf(node),
    name: textOf(node, 'Name'),
    shopId: textOf(node, 'Shop__c'),
    shopName: textOf(shop, 'Name'),
    shopKey: textOf(shop, 'Shop_Key__c'),
    platform: textOf(shop, 'Platform__c'),
    draft: textOf(node, 'Draft__c'),
    draftBase: numberOf(node, 'Draft_Base__c') ?? 0,
    published: numberOf(node, 'Published_Version__c') ?? 0,
    modifiedAt: textOf(node, 'LastModifiedDate'),
    modifiedBy: textOf(by, 'Name'),
  };
}

function jobIn(node: Node): MappingJob {
  return {
    id: idOf(node),
    type: textOf(node, 'Type__c'),
    status: textOf(node, 'Status__c'),
    message: textOf(node, 'Message__c'),
    shopId: textOf(node, 'Shop__c'),
    createdAt: textOf(node, 'CreatedDate'),
  };
}

import { plain } from 'c/names';
import { idOf, nodesOf, numberOf, query, textOf, type Node } from 'c/query';
import { readMappingText, type Mapping } from 'c/mappingEngine';

/** The versions of a mapping, without what they say: that is long. */
export const VERSIONS = query(`
  query versions($mapping: ID) {
    uiapi {
      query {
        Mapping_Version__c(
          first: 200
          where: { Mapping__c: { eq: $mapping } }
          orderBy: { CreatedDate: { order: DESC } }
        ) {
          edges {
            node {
              Id
              Number__c { value }
              Status__c { value }
              Reason__c { value }
              Problems__c { value }
              Published_At__c { value }
              CreatedDate { value }
              CreatedBy { Name { value } }
            }
          }
        }
      }
    }
  }
`);

export const DEFINITION = query(`
  query definition($mapping: ID, $number: Double) {
    uiapi {
      query {
        Mapping_Version__c(
          first: 1
          where: { and: [{ Mapping__c: { eq: $mapping } }, { Number__c: { eq: $number } }] }
        ) {
          edges {
            node { Id Mapping__c { value } Number__c { value } Definition__c { value } }
          }
        }
      }
    }
  }
`);

export interface Version {
  id: string;
  /** 0 until the worker gave it one. */
  number: number;
  status: string;
  reason: string;
  /** JSON of findings; empty when there are none. */
  problems: string;
  publishedAt: string;
  createdAt: string;
  author: string;
}

/** Newest first. */
export function versionsOf(data: unknown): Version[] {
  return found(data).map((node) => ({
    id: idOf(node),
    number: numberOf(node, 'Number__c') ?? 0,
    status: textOf(node, 'Status__c'),
    reason: textOf(node, 'Reason__c'),
    problems: textOf(node, 'Problems__c'),
    publishedAt: textOf(node, 'Published_At__c'),
    createdAt: textOf(node, 'CreatedDate'),
    author: textOf((node.CreatedBy ?? undefined) as Node | undefined, 'Name'),
  }));
}

/** What a version says. */
export interface Definition {
  id: string;
  mappingId: string;
  number: number;
  /** Null where it cannot be read. */
  mapping: Mapping | null;
}

export function definitionOf(data: unknown): Definition | null {
  const [node] = found(data);
  if (!node) return null;
  return {
    id: idOf(node),
    mappingId: textOf(node, 'Mapping__c'),
    number: numberOf(node, 'Number__c') ?? 0,
    mapping: mappingIn(textOf(node, 'Definition__c')),
  };
}

/** Reads kept JSON; null where it is no mapping. */
export function mappingIn(text: string): Mapping | null {
  const read = readMappingText(text);
  return 'mapping' in read ? read.mapping : null;
}

function found(data: unknown): Node[] {
  const { uiapi } = plain(data) as { uiapi: { query: Record<string, unknown> } };
  return nodesOf(uiapi.query.Mapping_Version__c);
}

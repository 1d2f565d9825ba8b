import { gql } from 'lightning/graphql';
import { named } from 'c/names';

/** A query for `@wire(graphql)`, its text written with the names of the source. */
export function query(text: string): object {
  return gql`
    ${named(text)}
  `;
}

interface Connection {
  edges?: { node: Node }[];
  totalCount?: number;
}
export type Node = Record<string, { value?: unknown; displayValue?: string | null } | null>;

/** The records of one object in what a query answered, or of one child relationship of a node. */
export function nodesOf(connection: unknown): Node[] {
  return ((connection ?? {}) as Connection).edges?.map(({ node }) => node) ?? [];
}

/** How many there are in all, beyond those that were asked for. */
export function countOf(connection: unknown): number {
  return ((connection ?? {}) as Connection).totalCount ?? 0;
}

export function textOf(node: Node | undefined, field: string): string {
  const value = node?.[field]?.value;
  return typeof value === 'string' ? value : '';
}

export function numberOf(node: Node | undefined, field: string): number | null {
  const value = node?.[field]?.value;
  return typeof value === 'number' ? value : null;
}

export function idOf(node: Node | undefined): string {
  return typeof node?.Id === 'string' ? (node.Id as string) : '';
}

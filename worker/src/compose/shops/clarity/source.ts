import { z } from 'zod';
import { Failure } from '../../../shared/failure.ts';
import { readShape } from '../shape.ts';
import type { ClarityClient, Query } from './client.ts';
import type { ContractKind } from './contract-fields.ts';
import type { PathTable } from './paths.ts';
import { recordId } from './shapes.ts';
import { createTranslator, type Translator } from './translate.ts';

/** Where the contract has the list of a kind, and what it calls the id; stock is a product's. */
const KINDS: Record<ContractKind, { list: string; idField: string }> = {
  customer: { list: 'customers', idField: 'customerId' },
  order: { list: 'orders', idField: 'orderId' },
  cart: { list: 'carts', idField: 'cartId' },
  product: { list: 'products', idField: 'productId' },
  inventory: { list: 'inventory', idField: 'productId' },
  shipment: { list: 'shipments', idField: 'shipmentId' },
  return: { list: 'returns', idField: 'returnId' },
};

/** A record in the contract's form, and as the installation has it. */
export interface Row {
  record: unknown;
  own: unknown;
}

/** Where the records of one kind come from. */
export interface Source extends Pick<Translator, 'keptOf'> {
  /** What messages call it. */
  path: string;
  idField: string;
  /**
   * Reads one record; null where the shop has none of that id. Throws a Failure where the record has
   * another form, or is another one.
   */
  reader<Shape extends z.ZodType<object>, Found>(
    shape: Shape,
    toFound: (row: z.output<Shape>, from: Row & { id: string }) => Found,
  ): (id: string) => Promise<Found | null>;
  /** A page of the list; no rows where the shop has no such kind. */
  page(query: Query): Promise<{ rows: Row[]; next: string | null }>;
}

const pageShape = z.object({ data: z.array(z.unknown()), nextCursor: z.string().nullish() });

export function createSource(client: ClarityClient, kind: ContractKind, paths: PathTable): Source {
  const { toContract, keptOf } = createTranslator(kind, paths);
  const { list, idField } = KINDS[kind];
  const path = `/v1/${list}`;
  const toRow = (own: unknown): Row => ({ record: toContract(own), own });

  return {
    ...{ path, idField, keptOf },
    reader: (shape, toFound) => async (id) => {
      if (!isAskable(id)) return null;
      const answer = await client.get(`${path}/${encodeURIComponent(id)}`);
      if (answer === null) return null;
      const found = toRow(answer);
      const row = readShape(shape, found.record, path);
      sameId(id, (row as Record<string, unknown>)[idField], path);
      return toFound(row, { ...found, id });
    },
    async page(query) {
      const answer = await client.get(path, query);
      if (answer === null) return { rows: [], next: null };
      const { data, nextCursor } = readShape(pageShape, answer, path);
      return { rows: data.map(toRow), next: nextCursor === '' ? null : (nextCursor ?? null) };
    },
  };
}

/** Dots would lead elsewhere, however they are escaped. */
function isAskable(id: string): boolean {
  return recordId.safeParse(id).success && id !== '.' && id !== '..';
}

function sameId(asked: string, answered: unknown, path: string): void {
  if (asked === answered) return;
  throw new Failure('shop_shape', `The shop answered ${path} with another record than asked for.`, {
    nextStep:
      'Check which field holds the id in the path table of the shop, then replay the event.',
  });
}

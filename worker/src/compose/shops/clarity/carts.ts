import { z } from 'zod';
import { emailAddress, type Cart, type CartItem, type CartKind } from '../../canonical.ts';
import { text, webAddress } from '../shape.ts';
import { lineOf, sumOf } from './orders.ts';
import type { ClaritySettings } from './settings.ts';
import {
  currencyCode,
  line,
  loose,
  optionalDecimal,
  optionalMoment,
  optionalRecordId,
  recordId,
  type Line,
  type Moment,
} from './shapes.ts';
import type { Source } from './source.ts';

function cartShape(moment: Moment) {
  return z.object({
    ...{ cartId: recordId, kind: loose, customerId: optionalRecordId, email: text },
    ...{ firstName: text, lastName: text, currency: currencyCode.nullish() },
    ...{ total: optionalDecimal, recoveryUrl: webAddress, lastModified: moment },
    createdDate: optionalMoment(moment),
    items: z.array(line).nullish(),
  });
}

/** Reads one cart, quote, sample request or list. */
export function cartReader(
  source: Source,
  moment: Moment,
  settings: ClaritySettings,
): (id: string) => Promise<Cart | null> {
  return source.reader(cartShape(moment), (row, { id, own }) => {
    const items = (row.items ?? []).map(toItem);
    return {
      id,
      kind: kindOf(row.kind),
      customerId: row.customerId,
      email: emailAddress(row.email),
      firstName: row.firstName,
      lastName: row.lastName,
      currency: row.currency ?? settings.currency,
      value: row.total ?? sumOf(items.map(({ total }) => total)),
      itemCount: Math.round(Number(sumOf(items.map(({ quantity }) => quantity)))),
      items,
      createdAt: row.createdDate ?? row.lastModified,
      modifiedAt: row.lastModified,
      url: row.recoveryUrl,
      raw: source.keptOf(own, 'items'),
    };
  });
}

const KINDS: Record<string, CartKind> = {
  ...{ shopping: 'Shopping', cart: 'Shopping', basket: 'Shopping', shoppingcart: 'Shopping' },
  ...{ quote: 'Quote', rfq: 'Quote', quoterequest: 'Quote' },
  ...{ sample: 'Sample', samplerequest: 'Sample', samples: 'Sample' },
};

/** A cart that says nothing is a cart; of a kind nobody knows nothing follows but interest. */
function kindOf(word: string | null): CartKind {
  if (word === null) return 'Shopping';
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  return (Object.hasOwn(KINDS, letters) ? KINDS[letters] : undefined) ?? 'List';
}

function toItem(row: Line, index: number): CartItem {
  return { ...lineOf(row, index), imageUrl: row.imageUrl, url: row.productUrl };
}

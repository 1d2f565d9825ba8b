import { z } from 'zod';
import { emailAddress, type Address, type Customer } from '../../canonical.ts';
import { text } from '../shape.ts';
import {
  address,
  flag,
  loose,
  optionalDecimal,
  optionalMoment,
  optionalRecordId,
  recordId,
  type Moment,
} from './shapes.ts';
import type { Source } from './source.ts';

function customerShape(moment: Moment) {
  const date = optionalMoment(moment);
  return z
    .object({
      ...{ customerId: recordId, email: text, firstName: text, lastName: text, phone: loose },
      ...{ companyId: optionalRecordId, companyName: text, parentCompanyId: optionalRecordId },
      ...{ emailConsent: flag, cartMailConsent: flag, loyaltyPoints: optionalDecimal },
      ...{ customerGroup: text, createdDate: date, updatedDate: date },
      billingAddresses: z.array(address).nullish(),
      shippingAddresses: z.array(address).nullish(),
    })
    .transform((row, context) => {
      const modifiedAt = row.updatedDate ?? row.createdDate;
      if (modifiedAt) return { ...row, modifiedAt };
      context.addIssue({ code: 'custom', path: ['updatedDate'], message: 'expected a date' });
      return z.NEVER;
    });
}

/** Reads one customer; null where the shop has none of that id, as after a deletion or a merge. */
export function customerReader(
  source: Source,
  moment: Moment,
): (id: string) => Promise<Customer | null> {
  return source.reader(customerShape(moment), (row, { id, own }) => ({
    id,
    email: emailAddress(row.email),
    firstName: row.firstName,
    lastName: row.lastName,
    company: row.companyName,
    companyId: row.companyId,
    parentCompanyId: row.parentCompanyId,
    phone: row.phone,
    billing: usualOf(row.billingAddresses),
    shipping: usualOf(row.shippingAddresses),
    consent: { marketing: row.emailConsent, cartMail: row.cartMailConsent },
    loyaltyPoints: row.loyaltyPoints,
    group: row.customerGroup,
    createdAt: row.createdDate ?? row.modifiedAt,
    modifiedAt: row.modifiedAt,
    raw: source.keptOf(own),
  }));
}

/** The default one, or the only one: of several nobody knows which. */
function usualOf(addresses: z.output<typeof address>[] | null | undefined): Address | null {
  const all = addresses ?? [];
  const only = all.length === 1 ? all[0] : undefined;
  return (all.find(({ isUsual }) => isUsual) ?? only)?.place ?? null;
}

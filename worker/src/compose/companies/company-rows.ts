import { ownTargetId, type Link } from '#mapping-engine';
import { rowName, withFields, type Row } from '../../deliver/row.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import { companyInput } from '../mapping/input-of.ts';
import { companyRow } from '../rows/company-row.ts';
import { companyLink, type Linked } from '../rows/links.ts';
import type { MappedRow, Mapper } from '../rows/map-row.ts';
import { companyFacts, type Company } from './company.ts';

const KEY = 'Company_Key__c';

/** A company that has an id in the shop. */
export type KeyedCompany = Company & { key: NonNullable<Company['key']> };

export function isKeyed(company: Company): company is KeyedCompany {
  return company.key !== null;
}

/** The Account of a company that has none; null where the mapping makes none. */
export function madeRow(mapper: Mapper, company: KeyedCompany, linked: Linked): MappedRow | null {
  return companyRow(mapper, inputOf(mapper, company), linked);
}

/**
 * What an Account that is there is told: what the mapping always says of a company, and its key
 * where it was found by something else and has none. Null where that is nothing.
 */
export function knownRow(
  mapper: Mapper,
  company: KeyedCompany,
  account: SalesforceId,
  { isAdopted }: { isAdopted: boolean },
): MappedRow | null {
  const mapped = companyRow(mapper, inputOf(mapper, company), {}, account);
  if (!mapped) return null;
  const { ifBlank = [] } = mapped.row;
  const row: Row = isAdopted
    ? { ...mapped.row, ifBlank: [...new Set([...ifBlank, KEY])] }
    : withFields(mapped.row, (field) => field !== KEY);
  const isSilent = Object.keys({ ...row.fields, ...row.references }).length === 0;
  return isSilent ? null : { ...mapped, row };
}

function inputOf({ shop }: Mapper, company: KeyedCompany): ReturnType<typeof companyInput> {
  return companyInput(shop, company.key, company.parentKey, companyFacts(company));
}

/**
 * How records point at a company's Account. It is compared by its id, whatever it is found by.
 * @param madeAs its key, where it was made a moment ago
 */
export function accountOf(
  link: '@account' | '@parent',
  id: SalesforceId,
  madeAs: string | null = null,
): Linked {
  const name = rowName({ object: 'Account', key: id });
  const by = madeAs === null ? { id } : companyLink(link, madeAs)[link]?.by;
  return by ? { [link]: { name, by } } : {};
}

/** Whether anything of the mapping points at accounts; without that nobody asks for them. */
export function pointsAtAccounts({ mapping }: Mapper): boolean {
  const wanted: Link = '@account';
  return mapping.compiled.targets.some(
    ({ target }) =>
      target.off !== true &&
      target.rows.some(({ source, off }) => off !== true && source[0] === wanted),
  );
}

/** Whether the mapping makes accounts of companies at all. */
export function makesCompanies({ mapping }: Mapper): boolean {
  const target = mapping.compiled.target(ownTargetId('Account'));
  return target !== undefined && target.target.off !== true;
}

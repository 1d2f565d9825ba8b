import { ownTargetId } from '#mapping-engine';
import type { Row } from '../../deliver/row.ts';
import type { SalesforceId } from '../../shared/ids.ts';
import type { CompanyInput } from '../mapping/inputs.ts';
import { shopLink, type Linked } from './links.ts';
import { activeTarget, mapFields, type MappedRow, type Mapper } from './map-row.ts';

/**
 * The Account a company is. One that Salesforce has is found by id and keeps what its users made of
 * it; one that it has not is made, by the company's key, so that making it twice makes one. Null
 * where the mapping writes no companies.
 * @param linked the account of the company above it as `@parent`
 * @param account the id of the Account, where it is known
 */
export function companyRow(
  mapper: Mapper,
  input: CompanyInput,
  linked: Linked,
  account: SalesforceId | null = null,
): MappedRow | null {
  const target = activeTarget(mapper, ownTargetId('Account'), input);
  if (!target) return null;
  const isKnown = account !== null;
  const around = { ...shopLink(mapper.shop.id), ...linked };
  const { fields: said, problems } = mapFields(target, input, around, { isKnown });
  const row: Row = {
    object: 'Account',
    key: input.key,
    target: isKnown ? { id: account } : { field: 'Company_Key__c', value: input.key },
    ...said,
    ...(!isKnown && { isNew: true }),
    stamp: mapper.mapping.number,
    source: input,
  };
  return { row, problems };
}

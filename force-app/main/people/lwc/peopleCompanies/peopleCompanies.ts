import { LightningElement, api } from 'lwc';
import type { KeyText } from 'c/peopleKeys';
import {
  domainsOf,
  faultAt,
  isSame,
  type Companies,
  type CompanyKey,
  type Faults,
  type Policy,
} from 'c/peoplePolicy';
import { labels } from './labels';

/** Which account a shopper buys for. Says `edit` with the whole part. */
export default class PeopleCompanies extends LightningElement {
  @api held: Policy | undefined;
  @api draft: Policy | undefined;
  @api faults: Faults = {};
  @api readOnly = false;

  labels = labels;
  /** As it was typed: domains are read from it, and would else move under the cursor. */
  typed = '';
  texts: KeyText[] = [
    { key: 'companyId', label: labels.companyId, help: labels.companyIdHelp },
    { key: 'domain', label: labels.domain, help: labels.domainHelp },
    { key: 'name', label: labels.name, help: labels.nameHelp },
  ];

  get companies(): Companies | undefined {
    return this.draft?.companies;
  }

  get domainText(): string {
    const domains = this.companies?.publicDomains ?? [];
    return isSame(domainsOf(this.typed), domains) ? this.typed : domains.join('\n');
  }

  get keysFault(): string {
    return faultAt(this.faults, 'companies.keys');
  }

  get domainsFault(): string {
    return faultAt(this.faults, 'companies.publicDomains');
  }

  reorder({ detail }: CustomEvent<{ keys: CompanyKey[] }>): void {
    this.edit({ keys: detail.keys });
  }

  chooseCreate({ detail }: CustomEvent<{ checked: boolean }>): void {
    this.edit({ create: detail.checked });
  }

  typeDomains({ detail }: CustomEvent<{ value: string }>): void {
    this.typed = detail.value;
    this.edit({ publicDomains: domainsOf(detail.value) });
  }

  private edit(change: Partial<Companies>): void {
    const value = { ...this.companies, ...change };
    this.dispatchEvent(new CustomEvent('edit', { detail: { part: 'companies', value } }));
  }
}

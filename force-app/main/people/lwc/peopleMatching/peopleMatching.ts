import { LightningElement, api } from 'lwc';
import type { KeyText } from 'c/peopleKeys';
import { NO_ORG, type PeopleOrg } from 'c/peopleOrg';
import { faultAt, type Faults, type Matching, type MatchKey, type Policy } from 'c/peoplePolicy';
import { labels } from './labels';

/** How a shopper is found among the people of the org. Says `edit` with the whole part. */
export default class PeopleMatching extends LightningElement {
  @api held: Policy | undefined;
  @api draft: Policy | undefined;
  @api org: PeopleOrg = NO_ORG;
  @api faults: Faults = {};
  @api readOnly = false;
  /** Whether Salesforce tells the worker of changes at once. */
  @api isTold = false;

  labels = labels;
  first: KeyText = { key: 'link', label: labels.link, help: labels.linkHelp };
  texts: KeyText[] = [
    { key: 'externalId', label: labels.externalId, help: labels.externalIdHelp },
    { key: 'email', label: labels.email, help: labels.emailHelp },
    { key: 'phone', label: labels.phone, help: labels.phoneHelp },
    { key: 'customerNumber', label: labels.customerNumber, help: labels.customerNumberHelp },
  ];
  prefers = [
    { label: labels.contact, value: 'Contact' },
    { label: labels.lead, value: 'Lead' },
  ];

  get matching(): Matching | undefined {
    return this.draft?.matching;
  }

  get asksNumber(): boolean {
    return this.matching?.keys.includes('customerNumber') === true;
  }

  get field(): string {
    return this.matching?.customerNumberField ?? '';
  }

  get keysFault(): string {
    return faultAt(this.faults, 'matching.keys');
  }

  get fieldFault(): string {
    return faultAt(this.faults, 'matching.customerNumberField');
  }

  get followerText(): string {
    return this.isTold ? labels.followerOn : labels.followerOff;
  }

  get mayFollow(): boolean {
    return !this.isTold && !this.readOnly;
  }

  reorder({ detail }: CustomEvent<{ keys: MatchKey[] }>): void {
    this.edit({ keys: detail.keys });
  }

  chooseField({ detail }: CustomEvent<{ value: string }>): void {
    this.edit({ customerNumberField: detail.value });
  }

  choosePrefer({ detail }: CustomEvent<{ value: 'Contact' | 'Lead' }>): void {
    this.edit({ prefer: detail.value });
  }

  chooseAcross({ detail }: CustomEvent<{ checked: boolean }>): void {
    this.edit({ emailAcrossShops: detail.checked });
  }

  private edit(change: Partial<Matching>): void {
    const value = { ...this.matching, ...change };
    this.dispatchEvent(new CustomEvent('edit', { detail: { part: 'matching', value } }));
  }
}

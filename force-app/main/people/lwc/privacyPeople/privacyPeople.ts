import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import type { FoundPerson } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

/** Asks which of several people is meant. Says `people` with their ids. */
export default class PrivacyPeople extends LightningElement {
  @api people: FoundPerson[] = [];
  /** What they are called in Salesforce, by the ids of the records. */
  @api names: Record<string, string> = {};
  @api isBusy = false;
  labels = labels;
  chosen: string[] = [];
  isMissing = false;

  get options(): { value: string; label: string }[] {
    return this.people.map(({ id, recordId, customerKey, registered, orders, carts }) => ({
      value: id,
      label: [
        this.names[recordId ?? ''] || labels.unnamed,
        customerKey,
        registered ? labels.registered : labels.guest,
        fill(labels.person, count(orders), count(carts)),
      ].join(' · '),
    }));
  }

  choose({ detail }: CustomEvent<{ value: string[] }>): void {
    this.chosen = detail.value;
    this.isMissing = false;
  }

  goOn(): void {
    this.isMissing = this.chosen.length === 0;
    if (this.isMissing) {
      this.template?.querySelector<HTMLElement>('lightning-checkbox-group')?.focus();
      return;
    }
    if (this.isBusy) return;
    this.dispatchEvent(new CustomEvent('people', { detail: [...this.chosen] }));
  }
}

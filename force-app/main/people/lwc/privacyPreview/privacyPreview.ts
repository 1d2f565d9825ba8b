import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import type { Preview } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

const AS_THEY_CAME = 'default';

/** Says `treat` with `anonymise`, `unlink` or nothing, and `export`, and `erase`. */
export default class PrivacyPreview extends LightningElement {
  @api preview: Preview | undefined;
  /** What was typed to find them. */
  @api typed = '';
  @api names: Record<string, string> = {};
  /** How records in Salesforce were chosen to be treated; empty: as they came. */
  @api treat = '';
  @api isBusy = false;
  labels = labels;
  treatments = [
    { value: AS_THEY_CAME, label: labels.treatDefault },
    { value: 'anonymise', label: labels.treatAnonymise },
    { value: 'unlink', label: labels.treatUnlink },
  ];

  get heading(): string {
    return fill(labels.held, this.typed);
  }

  get records() {
    return (this.preview?.records ?? []).map(({ object, id, madeBy, what }) => ({
      ...{ object, id, name: this.names[id] || id },
      about: [
        madeBy === 'people' ? labels.madeByPeople : labels.madeByUs,
        what === 'unlink' ? labels.unlink : labels.anonymise,
      ].join(' · '),
    }));
  }

  get hasRecords(): boolean {
    return this.records.length > 0;
  }

  get treatment(): string {
    return this.treat || AS_THEY_CAME;
  }

  @api focusHeading(): void {
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    const treat = detail.value === AS_THEY_CAME ? '' : detail.value;
    this.dispatchEvent(new CustomEvent('treat', { detail: treat }));
  }

  exportAll(): void {
    if (!this.isBusy) this.dispatchEvent(new CustomEvent('export'));
  }

  erase(): void {
    if (!this.isBusy) this.dispatchEvent(new CustomEvent('erase'));
  }
}

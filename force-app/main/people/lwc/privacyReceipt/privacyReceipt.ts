import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import type { Receipt } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

/** What an erasure did and whether the search afterwards found nothing. Says `again`. */
export default class PrivacyReceipt extends LightningElement {
  @api receipt: Receipt | undefined;
  @api jobId = '';
  labels = labels;

  get head(): { text: string; next: string; icon: string; variant: string } {
    return this.receipt?.verified
      ? { text: labels.done, next: labels.doneText, icon: 'utility:success', variant: 'success' }
      : {
          ...{ text: labels.notVerified, next: labels.notVerifiedText },
          ...{ icon: 'utility:warning', variant: 'warning' },
        };
  }

  get receiptText(): string {
    return fill(labels.receipt, this.receipt?.erasure ?? '');
  }

  get hasRemaining(): boolean {
    return (this.receipt?.remaining.length ?? 0) > 0;
  }

  @api focusHeading(): void {
    this.template?.querySelector<HTMLElement>('h2')?.focus();
  }

  again(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}

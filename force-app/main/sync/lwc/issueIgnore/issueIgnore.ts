import { labels } from 'c/issueLabels';
import LightningModal from 'lightning/modal';

/** As long as `Sync_Issue__c.Reason__c`. */
const LONGEST = 255;

interface Field extends HTMLElement {
  value?: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Closes with the reason; with nothing when it was canceled. */
export default class IssueIgnore extends LightningModal {
  labels = labels;
  longest = LONGEST;

  handleCancel(): void {
    this.close();
  }

  handleIgnore(): void {
    const field = this.template?.querySelector('lightning-textarea') as Field;
    const reason = (field.value ?? '').trim();
    field.setCustomValidity(reason ? '' : labels.ignoreMissing);
    if (field.reportValidity()) this.close(reason);
    else field.focus();
  }
}

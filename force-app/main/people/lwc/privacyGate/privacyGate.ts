import { api } from 'lwc';
import { labels } from 'c/privacyLabels';
import LightningModal from 'lightning/modal';

interface Field extends HTMLElement {
  value?: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Asks once more before a person is erased: a word has to be typed. Closes with true then. */
export default class PrivacyGate extends LightningModal {
  /** What is about to happen, in numbers. */
  @api text = '';
  labels = labels;

  cancel(): void {
    this.close();
  }

  erase(): void {
    const field = this.template?.querySelector('lightning-input') as unknown as Field;
    const isTyped = (field.value ?? '').trim() === labels.gateWord;
    field.setCustomValidity(isTyped ? '' : labels.gateWrong);
    if (field.reportValidity()) this.close(true);
    else field.focus();
  }
}

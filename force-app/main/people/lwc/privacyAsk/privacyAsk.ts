import { LightningElement, api } from 'lwc';
import { whoIn } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

interface Field extends HTMLElement {
  value?: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Says `who` with whom it is about, and with the text as it was typed. */
export default class PrivacyAsk extends LightningElement {
  @api isBusy = false;
  labels = labels;

  private get field(): Field {
    return this.template?.querySelector('lightning-input') as unknown as Field;
  }

  @api focus(): void {
    this.field.focus();
  }

  /** Once somebody was erased their address does not stay on the screen. */
  @api clear(): void {
    this.field.value = '';
  }

  pressed({ key }: KeyboardEvent): void {
    if (key === 'Enter') this.find();
  }

  /** The message goes as soon as what is typed is right. */
  typed(): void {
    if (!whoIn(this.field.value ?? '')) return;
    this.field.setCustomValidity('');
    this.field.reportValidity();
  }

  find(): void {
    if (this.isBusy) return;
    const typed = (this.field.value ?? '').trim();
    const who = whoIn(typed);
    this.field.setCustomValidity(who ? '' : labels.whoWrong);
    this.field.reportValidity();
    if (who) this.dispatchEvent(new CustomEvent('who', { detail: { who, typed } }));
    else this.field.focus();
  }
}

import { LightningElement, api } from 'lwc';

/** How much is done. The platform's own bar takes no label, so a screen reader would say a bare number. */
export default class Progress extends LightningElement {
  /** From 0 to 100. */
  @api percent = 0;
  @api label = '';

  get barStyle(): string {
    return `inline-size: ${this.percent}%`;
  }
}

import { api, LightningElement } from 'lwc';

/** A box that says what is not shown, and why. */
export default class Message extends LightningElement {
  @api heading = '';
  @api text = '';
  /** Set where the message is all that the page shows. */
  @api page = false;
  @api variant: 'default' | 'warning' | 'error' = 'default';

  get classes(): string {
    const theme = this.variant === 'default' ? 'slds-theme_default' : `slds-theme_${this.variant}`;
    return `slds-box ${theme}`;
  }
}

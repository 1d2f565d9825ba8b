import { LightningElement, api } from 'lwc';

/** Teaches what would be here. The one thing to do about it goes into the slot. */
export default class EmptyState extends LightningElement {
  @api heading = '';
  @api text = '';
  @api iconName = 'utility:info';
}

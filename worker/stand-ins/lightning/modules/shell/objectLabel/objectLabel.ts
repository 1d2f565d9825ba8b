import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';

/** The name of an object in the user's language. */
export default class ObjectLabel extends LightningElement {
  @api objectApiName = '';
  @api plural = false;
  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) info?: {
    data?: { label: string; labelPlural: string };
  };

  get label(): string {
    const { data } = this.info ?? {};
    return (this.plural ? data?.labelPlural : data?.label) ?? this.objectApiName;
  }
}

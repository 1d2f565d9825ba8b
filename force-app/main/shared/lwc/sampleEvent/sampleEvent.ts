import { LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import send from '@salesforce/label/c.Shopper_Sample';
import sent from '@salesforce/label/c.Shopper_Sample_Sent';

/** Sends the worker's sample event, from where nothing has come yet. Shows nothing to who may not create jobs. */
export default class SampleEvent extends LightningElement {
  labels = { send, sent };
  mayAsk = false;
  isSent = false;

  @wire(getObjectInfo, { objectApiName: JOB })
  wiredInfo({ data }: { data?: { createable: boolean } }): void {
    if (data) this.mayAsk = data.createable;
  }

  tell(): void {
    this.isSent = true;
  }
}

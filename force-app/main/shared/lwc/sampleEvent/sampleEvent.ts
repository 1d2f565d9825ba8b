import { LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import send from '@salesforce/label/c.Shopper_Sample';
import sent from '@salesforce/label/c.Shopper_Sample_Sent';
import { sentences } from 'c/errors';
import { requestJob } from 'c/jobs';

/** Shows nothing to who may not create jobs. */
export default class SampleEvent extends LightningElement {
  labels = { send };
  mayAsk = false;
  isAsking = false;
  told = '';
  failure = '';

  @wire(getObjectInfo, { objectApiName: JOB })
  wiredInfo({ data }: { data?: { createable: boolean } }): void {
    if (data) this.mayAsk = data.createable;
  }

  async send(): Promise<void> {
    this.isAsking = true;
    this.failure = '';
    try {
      await requestJob({ type: 'Send Sample Event' });
      this.told = sent;
    } catch (error) {
      this.failure = sentences(error).join(' ');
    } finally {
      this.isAsking = false;
    }
  }
}

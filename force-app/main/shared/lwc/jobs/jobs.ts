import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import JOB from '@salesforce/schema/Sync_Job__c';
import INPUT from '@salesforce/schema/Sync_Job__c.Input__c';
import SHOP from '@salesforce/schema/Sync_Job__c.Shop__c';
import STATUS from '@salesforce/schema/Sync_Job__c.Status__c';
import TYPE from '@salesforce/schema/Sync_Job__c.Type__c';
import WISH from '@salesforce/schema/Sync_Job__c.Wish__c';

export type JobType =
  | 'Retry Issues'
  | 'Ignore Issues'
  | 'Send Sample Event'
  | 'Check Setup'
  | 'Change Settings'
  | 'Repair Webhooks'
  | 'Load History'
  | 'Reconcile'
  | 'Dry Run'
  | 'Describe Targets'
  | 'Load Samples'
  | 'Publish Mapping'
  | 'Count Touched'
  | 'Reapply Mapping'
  | 'Explain Value'
  | 'Rank Suggestions'
  | 'Decide Match'
  | 'Find Person'
  | 'Export Person'
  | 'Erase Person';

export interface Request {
  type: JobType;
  /** The Salesforce id of the shop it is about; absent: all shops. */
  shopId?: string;
  /** What the job needs to know; never a secret. */
  input?: object;
}

/** Asks the worker for a job. Resolves with the job's id once the request is kept. */
export async function requestJob({ type, shopId, input }: Request): Promise<string> {
  const fields: Record<string, string> = {
    [TYPE.fieldApiName]: type,
    [STATUS.fieldApiName]: 'Requested',
    ...(shopId && { [SHOP.fieldApiName]: shopId }),
    ...(input && { [INPUT.fieldApiName]: JSON.stringify(input) }),
  };
  const { id } = await createRecord({ apiName: JOB.objectApiName, fields });
  return id;
}

/** Asks a job that is under way to pause, go on, or end. */
export async function wish(jobId: string, what: 'Pause' | 'Resume' | 'Cancel'): Promise<void> {
  await updateRecord({ fields: { Id: jobId, [WISH.fieldApiName]: what } });
}

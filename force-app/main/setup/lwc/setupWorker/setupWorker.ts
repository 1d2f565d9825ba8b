import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import STATUS from '@salesforce/schema/Worker_Status__c';
import KEY from '@salesforce/schema/Worker_Status__c.External_Id__c';
import NAME from '@salesforce/schema/Worker_Status__c.Name';
import ADDRESS from '@salesforce/schema/Worker_Status__c.Worker_URL__c';
import { sentences } from 'c/errors';
import { ago, fill } from 'c/format';
import { NO_FACTS, type Facts } from 'c/setupFacts';
import { pageOfWorker, problemOf } from 'c/workerAddress';
import { labels, PROBLEMS } from './labels';

interface Field extends HTMLElement {
  value: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Step 1: where the worker is. People sign in on the worker's own page, which opens beside this. */
export default class SetupWorker extends NavigationMixin(LightningElement) {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = labels;
  typed: string | undefined;
  isSaving = false;
  refusals: string[] = [];

  get address(): string {
    return this.typed ?? this.facts.workerUrl;
  }

  /** One button for both, so that the keyboard's focus stays on it. */
  get action(): { name: string; label: string; icon?: string } {
    return this.isSaved
      ? { name: 'open', label: labels.open, icon: 'utility:new_window' }
      : { name: 'save', label: labels.save };
  }

  get heardText(): string {
    const { heardAt, version } = this.facts;
    return heardAt === '' ? labels.never : fill(labels.heard, ago(heardAt), version);
  }

  get hasRefusals(): boolean {
    return this.refusals.length > 0;
  }

  type({ detail }: CustomEvent<{ value: string }>): void {
    this.typed = detail.value;
    this.field?.setCustomValidity('');
  }

  act(): void {
    if (this.isSaved) this.open();
    else void this.save();
  }

  private async save(): Promise<void> {
    if (this.isSaving) return;
    const problem = problemOf(this.address.trim());
    this.field?.setCustomValidity(problem ? PROBLEMS[problem] : '');
    if (!this.field?.reportValidity() || problem) {
      this.field?.focus();
      return;
    }
    this.isSaving = true;
    this.refusals = [];
    try {
      await this.write(this.address.trim());
      this.typed = this.address.trim();
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.refusals = sentences(error);
      this.field?.focus();
    } finally {
      this.isSaving = false;
    }
  }

  private open(): void {
    const url = pageOfWorker(this.facts.workerUrl, '/connect/salesforce', window.location.href);
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } });
  }

  private async write(address: string): Promise<void> {
    const fields = { [ADDRESS.fieldApiName]: address };
    if (this.facts.statusId) {
      await updateRecord({ fields: { Id: this.facts.statusId, ...fields } });
      return;
    }
    const own = { [NAME.fieldApiName]: 'Worker', [KEY.fieldApiName]: 'worker' };
    await createRecord({ apiName: STATUS.objectApiName, fields: { ...own, ...fields } });
  }

  /** Whoever may edit the record may put anything there; only an address we would take is opened. */
  private get isSaved(): boolean {
    const { workerUrl } = this.facts;
    return this.address === workerUrl && problemOf(workerUrl) === undefined;
  }

  private get field(): Field | null | undefined {
    return this.template?.querySelector<Field>('lightning-input');
  }
}

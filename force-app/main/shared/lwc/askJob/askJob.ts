import { LightningElement, api } from 'lwc';
import { sentences } from 'c/errors';
import { ago, fill } from 'c/format';
import { requestJob, type JobType } from 'c/jobs';
import asked from '@salesforce/label/c.Jobs_Asked';

interface Asked {
  status: string;
  message: string;
  createdAt: string;
}

/** A button that asks the worker for a job, and below it what became of the last one. */
export default class AskJob extends LightningElement {
  @api label = '';
  @api variant = 'brand';
  @api type: JobType = 'Check Setup';
  @api shopId: string | undefined;
  @api input: object | undefined;
  /** The job of this type that was asked for last. */
  @api job: Asked | undefined;
  @api mayAsk = false;

  isAsking = false;
  refusals: string[] = [];

  /** The button stays as it is then: one that switches itself off loses the keyboard's focus. */
  private get isBusy(): boolean {
    return this.isAsking || ['Requested', 'Running'].includes(this.job?.status ?? '');
  }

  get askedText(): string {
    return this.job?.createdAt ? fill(asked, ago(this.job.createdAt)) : '';
  }

  get hasRefusals(): boolean {
    return this.refusals.length > 0;
  }

  async ask(): Promise<void> {
    if (this.isBusy) return;
    this.isAsking = true;
    this.refusals = [];
    try {
      const { type, shopId, input } = this;
      await requestJob({ type, ...(shopId && { shopId }), ...(input && { input }) });
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.refusals = sentences(error);
    } finally {
      this.isAsking = false;
    }
  }
}

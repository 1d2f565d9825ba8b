import { LightningElement, api } from 'lwc';
import { sentences } from 'c/errors';
import { ago, fill } from 'c/format';
import { requestJob } from 'c/jobs';
import asked from '@salesforce/label/c.Jobs_Asked';
import type { Edits } from 'c/peoplePolicy';
import { labels } from './labels';

export interface SavingJob {
  id: string;
  status: string;
  message: string;
  createdAt: string;
}

/** What would change, the button that asks the worker for it, and what became of it. */
export default class PeopleSave extends LightningElement {
  @api edits: Edits = {};
  /** The headings of what was changed. */
  @api changed: string[] = [];
  @api job: SavingJob | undefined;
  @api hasFaults = false;
  @api mayChange = false;

  labels = labels;
  isAsking = false;
  isHindered = false;
  refusals: string[] = [];

  get hasChanges(): boolean {
    return this.changed.length > 0;
  }

  get text(): string {
    if (!this.hasChanges) return labels.none;
    const names = this.changed.reduce((before, name) => fill(labels.and, before, name));
    return fill(labels.changes, names);
  }

  get faultText(): string {
    return this.isHindered && this.hasFaults ? labels.faults : '';
  }

  get askedText(): string {
    return this.job?.createdAt ? fill(asked, ago(this.job.createdAt)) : '';
  }

  get hasRefusals(): boolean {
    return this.refusals.length > 0;
  }

  private get isBusy(): boolean {
    return this.isAsking || ['Requested', 'Running'].includes(this.job?.status ?? '');
  }

  /** The button is never switched off: it would lose the keyboard's focus. */
  async save(): Promise<void> {
    this.isHindered = this.hasFaults;
    if (this.isBusy || this.hasFaults || !this.hasChanges) return;
    this.isAsking = true;
    this.refusals = [];
    try {
      await requestJob({ type: 'Change Settings', input: this.edits });
      this.dispatchEvent(new CustomEvent('asked'));
    } catch (error) {
      this.refusals = sentences(error);
    } finally {
      this.isAsking = false;
    }
  }

  discard(): void {
    this.isHindered = false;
    this.refusals = [];
    this.template?.querySelector<HTMLElement>('[data-id="save"]')?.focus();
    this.dispatchEvent(new CustomEvent('discard'));
  }
}

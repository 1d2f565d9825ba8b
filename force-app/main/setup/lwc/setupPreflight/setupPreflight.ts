import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ago, dateTime, fill } from 'c/format';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import again from '@salesforce/label/c.Setup_Preflight_Again';
import checkedAt from '@salesforce/label/c.Setup_Preflight_Checked_At';
import heading from '@salesforce/label/c.Setup_Preflight_Heading';
import never from '@salesforce/label/c.Setup_Preflight_Never';
import { LOOKS, NAMES } from './looks';

/** What the worker found when it last looked, and where to mend it. */
export default class SetupPreflight extends NavigationMixin(LightningElement) {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { again, heading, never };

  get checks() {
    return this.facts.checks.map(({ check, status, evidence, fix, path }, place) => ({
      key: `${check}-${place}`,
      name: NAMES[check] ?? check,
      look: LOOKS[status] ?? LOOKS.unknown,
      ...{ evidence, fix, path: path?.startsWith('/lightning/') ? path : undefined },
    }));
  }

  get wasChecked(): boolean {
    return this.facts.checkedAt !== '';
  }

  get checkedText(): string {
    const at = this.facts.checkedAt;
    return fill(checkedAt, ago(at), dateTime(at));
  }

  /** The outcome is the list itself; the job shows while it runs, or where it failed. */
  get job(): JobFact | undefined {
    const job = newestJob(this.facts, 'Check Setup');
    return job?.status === 'Done' ? undefined : job;
  }

  open(event: Event): void {
    event.preventDefault();
    const url = (event.currentTarget as HTMLElement).dataset.path ?? '';
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } });
  }
}

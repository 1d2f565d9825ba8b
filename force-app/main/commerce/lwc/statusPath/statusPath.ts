import { LightningElement, api } from 'lwc';
import path from '@salesforce/label/c.Shopper_Path_Label';
import complete from '@salesforce/label/c.Shopper_Path_Complete';
import now from '@salesforce/label/c.Shopper_Path_Current';
import ended from '@salesforce/label/c.Shopper_Path_Ended';
import step from '@salesforce/label/c.Shopper_Path_Step';
import { fill } from 'c/format';
import type { Tone, Way } from 'c/statuses';

interface Stage {
  label: string;
  classes: string;
  state: string;
  current: 'step' | null;
}

/** Tells how far something is; nothing can be moved with it. */
export default class StatusPath extends LightningElement {
  @api way!: Way;
  /** The status in the words of the record. */
  @api status = '';
  labels = { path, complete };

  get tone(): Tone {
    return this.way.tone;
  }

  get progress(): string {
    if (this.tone === 'ended') return ended;
    return fill(step, this.way.at + 1, this.way.steps.length);
  }

  get pathClasses(): string {
    return `slds-path ${this.tone === 'ended' ? 'slds-is-lost' : ''}`.trim();
  }

  get stages(): Stage[] {
    return this.way.steps.map((label, index) => this.stage(label, index));
  }

  private stage(label: string, index: number): Stage {
    const { at, steps, tone } = this.way;
    const isLast = at === steps.length - 1;
    const present = tone === 'ended' ? 'slds-is-lost' : isLast ? 'slds-is-won' : 'slds-is-active';
    const classes = index < at ? 'slds-is-complete' : index > at ? 'slds-is-incomplete' : present;
    return {
      label,
      classes: `slds-path__item ${index === at ? `slds-is-current ${classes}` : classes}`,
      state: index < at ? complete : index > at ? '' : tone === 'ended' ? ended : now,
      current: index === at ? 'step' : null,
    };
  }
}

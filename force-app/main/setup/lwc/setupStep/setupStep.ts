import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import type { StepState } from 'c/setupSteps';
import minutes from '@salesforce/label/c.Setup_Minutes';
import attention from '@salesforce/label/c.Setup_State_Attention';
import done from '@salesforce/label/c.Setup_State_Done';
import todo from '@salesforce/label/c.Setup_State_To_Do';

const LOOKS: Record<StepState, { text: string; icon: string; variant: string; ring: string }> = {
  done: {
    ...{ text: done, icon: 'utility:success', variant: 'success' },
    ring: 'slds-progress-ring_complete',
  },
  todo: { text: todo, icon: 'utility:record', variant: '', ring: '' },
  attention: {
    ...{ text: attention, icon: 'utility:warning', variant: 'warning' },
    ring: 'slds-progress-ring_warning',
  },
};

/** One step: what it is about is always seen, what it holds when it is open. */
export default class SetupStep extends LightningElement {
  @api name = '';
  @api number = 0;
  @api heading = '';
  @api description = '';
  @api minutes = 0;
  @api state: StepState = 'todo';
  @api expanded = false;

  get look(): (typeof LOOKS)[StepState] {
    return LOOKS[this.state];
  }

  get isDone(): boolean {
    return this.state === 'done';
  }

  get minutesText(): string {
    return fill(minutes, this.minutes);
  }

  get expandedText(): string {
    return String(this.expanded);
  }

  get toggleIcon(): string {
    return this.expanded ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get ringClass(): string {
    return `slds-progress-ring slds-progress-ring_large ${this.look.ring}`;
  }

  /** The way around the ring, from its top: all of it, or none. */
  get ringPath(): string {
    return this.state === 'todo' ? 'M 0 -1' : 'M 0 -1 A 1 1 0 1 1 0 1 A 1 1 0 1 1 0 -1';
  }

  /** Hidden and not removed, so that nothing typed is lost. */
  get detailClass(): string {
    return `slds-setup-assistant__step-detail detail${this.expanded ? '' : ' slds-hide'}`;
  }

  toggle(): void {
    this.dispatchEvent(new CustomEvent('steptoggle', { detail: { name: this.name } }));
  }
}

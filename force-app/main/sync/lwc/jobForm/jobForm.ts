import { LightningElement, api } from 'lwc';
import { sentences } from 'c/errors';
import { today } from 'c/format';
import { requestJob, type JobType } from 'c/jobs';
import { nameOfType } from 'c/jobTypes';
import { ABOUT, labels } from './labels';

const ALL = 'all';
const DATED: JobType[] = ['Load History', 'Reconcile'];

interface Field extends HTMLElement {
  reportValidity(): boolean;
}

/** Starts a job. What was typed stays until the request is kept. */
export default class JobForm extends LightningElement {
  @api shops: { id: string; name: string }[] = [];

  labels = labels;
  types = ABOUT.map(([value]) => ({ value, label: nameOfType(value) }));
  type: JobType = 'Load History';
  shop = ALL;
  from = '';
  today = today();
  isStarting = false;
  saysAsked = false;
  refusals: string[] = [];

  get shopOptions() {
    const named = this.shops.map(({ id, name }) => ({ value: id, label: name }));
    return [{ value: ALL, label: labels.all }, ...named];
  }

  get about(): string {
    return ABOUT.find(([type]) => type === this.type)?.[1] ?? '';
  }

  get hasDate(): boolean {
    return DATED.includes(this.type);
  }

  get hasRefusals(): boolean {
    return this.refusals.length > 0;
  }

  change(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as HTMLElement & { name: 'type' | 'shop' | 'from' };
    this.saysAsked = false;
    if (name === 'type') this.type = event.detail.value as JobType;
    else this[name] = event.detail.value ?? '';
  }

  async start(): Promise<void> {
    if (this.isStarting) return;
    const fields = [...(this.template?.querySelectorAll<Field>('[data-field]') ?? [])];
    const wrong = fields.filter((field) => !field.reportValidity());
    if (wrong[0]) {
      wrong[0].focus();
      return;
    }
    this.isStarting = true;
    this.refusals = [];
    try {
      const { type, shop, from } = this;
      await requestJob({
        type,
        ...(shop !== ALL && { shopId: shop }),
        ...(this.hasDate && from && { input: { from } }),
      });
      this.saysAsked = true;
      this.from = '';
      this.dispatchEvent(new CustomEvent('asked', { bubbles: true, composed: true }));
    } catch (error) {
      this.refusals = sentences(error);
    } finally {
      this.isStarting = false;
    }
  }
}

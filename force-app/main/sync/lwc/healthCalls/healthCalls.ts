import { LightningElement, api } from 'lwc';
import { count, fill, percent } from 'c/format';
import type { Status } from 'c/healthData';
import { labels } from 'c/healthLabels';

/** Of the allotment; as the worker's own list of problems has it. */
const TIGHT = 0.8;

export default class HealthCalls extends LightningElement {
  @api calls?: Status['calls'];
  labels = labels;

  get isKnown(): boolean {
    return this.max > 0 && typeof this.calls?.used === 'number';
  }

  private get max(): number {
    return this.calls?.max ?? 0;
  }

  private get used(): number {
    return this.calls?.used ?? 0;
  }

  private get forecast(): number {
    return this.calls?.forecast ?? this.used;
  }

  get usedPercent(): number {
    return Math.min(100, Math.round((this.used / this.max) * 100));
  }

  get usedText(): string {
    return fill(labels.callsUsed, count(this.used), count(this.max));
  }

  get shareText(): string {
    return fill(labels.callsShare, percent(this.used / this.max));
  }

  get ownText(): string {
    const own = this.calls?.own ?? 0;
    const share = this.used > 0 ? Math.min(own / this.used, 1) : 0;
    return fill(labels.callsOwn, count(own), percent(share));
  }

  get forecastText(): string {
    return fill(labels.callsForecast, count(this.forecast), percent(this.forecast / this.max));
  }

  get isTight(): boolean {
    return this.forecast >= this.max * TIGHT;
  }

  get judgement(): string {
    return this.isTight ? labels.callsTight : labels.callsFine;
  }

  get judgementIcon(): string {
    return this.isTight ? 'utility:warning' : 'utility:success';
  }

  get judgementVariant(): string {
    return this.isTight ? 'warning' : 'success';
  }
}

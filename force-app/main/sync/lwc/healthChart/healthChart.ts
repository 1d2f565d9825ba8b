import { LightningElement, api } from 'lwc';
import DIRECTION from '@salesforce/i18n/dir';
import { count, fill, hourOfDay } from 'c/format';
import type { AskedJob, Hour } from 'c/healthData';
import { jobText } from 'c/healthJobs';
import { labels } from 'c/healthLabels';
import { barsOf, mostOf, type Bar } from './bars';

interface Row {
  key: string;
  name: string;
  received: string;
  written: string;
  parked: string;
  apiCalls: string;
}

/** Hours that stand below the bars: more do not fit on a phone. */
const TICKS = 4;

export default class HealthChart extends LightningElement {
  @api hours: Hour[] = [];
  @api jobs: AskedJob[] = [];
  @api silent = false;
  @api mayAsk = false;
  labels = labels;
  isTable = false;

  get isEmpty(): boolean {
    return mostOf(this.hours) === 0;
  }

  get isChart(): boolean {
    return !this.isEmpty && !this.isTable;
  }

  get showsTable(): boolean {
    return !this.isEmpty && this.isTable;
  }

  get toggleLabel(): string {
    return this.isTable ? labels.showChart : labels.showTable;
  }

  /** What the bars show, for those who do not see them, and for everybody in numbers. */
  get summary(): string {
    const total = (field: 'received' | 'written' | 'parked'): string =>
      count(this.hours.reduce((sum, hour) => sum + hour[field], 0));
    const busiest = this.hours.toSorted((one, other) => other.received - one.received)[0] as Hour;
    return fill(
      labels.daySummary,
      ...[total('received'), total('written'), total('parked')],
      ...[hourOfDay(busiest.hour), count(busiest.received)],
    );
  }

  get bars(): Bar[] {
    return barsOf(this.hours, DIRECTION === 'rtl');
  }

  get most(): string {
    return fill(labels.most, count(mostOf(this.hours)));
  }

  get ticks(): { key: string; text: string }[] {
    const step = Math.ceil(this.hours.length / TICKS);
    return this.hours
      .filter((_, at) => at % step === 0)
      .map(({ hour }) => ({ key: hour, text: hourOfDay(hour) }));
  }

  /** The newest hour first: that is what people look for. */
  get rows(): Row[] {
    return this.hours
      .map((hour) => ({
        key: hour.hour,
        name: hourOfDay(hour.hour),
        received: count(hour.received),
        written: count(hour.written),
        parked: count(hour.parked),
        apiCalls: count(hour.apiCalls),
      }))
      .reverse();
  }

  get sampleText(): string {
    const [job] = this.jobs.filter(({ type }) => type === 'Send Sample Event');
    return jobText(job, this.silent);
  }

  handleToggle(): void {
    this.isTable = !this.isTable;
  }

  handleSample(): void {
    const detail = { type: 'Send Sample Event', shopId: '' };
    this.dispatchEvent(new CustomEvent('ask', { bubbles: true, detail }));
  }
}

import { LightningElement, api } from 'lwc';
import { count, dateTime, fill } from 'c/format';
import type { PrivacyJob } from 'c/privacyData';
import { labels } from 'c/privacyLabels';
import { isSilent } from 'c/silence';

const UNDER_WAY: Record<string, string> = {
  'Find Person': labels.finding,
  'Export Person': labels.exporting,
  'Erase Person': labels.erasing,
};

/** What the worker is doing about a person, how far it is, and whether it is heard of at all. */
export default class PrivacyProgress extends LightningElement {
  /** The type of the job. */
  @api kind = '';
  @api job: PrivacyJob | undefined;
  @api isBusy = false;
  /** When the worker was last heard of. */
  @api heardAt = '';

  get silentText(): string {
    return isSilent(this.heardAt) ? fill(labels.silent, dateTime(this.heardAt)) : '';
  }

  get underWayText(): string {
    return this.isBusy ? (UNDER_WAY[this.kind] ?? '') : '';
  }

  get progress(): { percent: number; text: string } | undefined {
    const { total = 0, completed = 0 } = this.job ?? {};
    if (!this.isBusy || total === 0) return undefined;
    const text = fill(labels.progress, count(completed), count(total));
    return { percent: Math.round((completed / total) * 100), text };
  }
}

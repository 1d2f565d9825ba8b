import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { Tried } from 'c/mappingView';

/** More different values say that they differ, and no more. */
const MOST_LINES = 15;

/** Says `tryall`; what it found is handed in. */
export default class MappingTried extends LightningElement {
  @api tried?: Tried[];
  /** How many samples there are. */
  @api samples = 0;
  labels = labels;

  get mayTry(): boolean {
    return this.samples > 0 && !this.tried;
  }

  get isShown(): boolean {
    return this.tried !== undefined;
  }

  get heading(): string {
    const samples = this.tried?.reduce((sum, one) => sum + one.samples, 0) ?? 0;
    return fill(labels.tryAllHeading, count(samples));
  }

  get lines() {
    return (this.tried ?? []).slice(0, MOST_LINES).map(({ kind, text, samples }, at) => ({
      key: at,
      text: kind === 'problem' ? fill(labels.tryAllProblem, text) : text,
      className: kind,
      samples: count(samples),
    }));
  }

  get moreText(): string {
    const more = (this.tried?.length ?? 0) - MOST_LINES;
    return more > 0 ? fill(labels.tryAllMore, count(more)) : '';
  }

  handleTry(): void {
    this.dispatchEvent(new CustomEvent('tryall'));
  }
}

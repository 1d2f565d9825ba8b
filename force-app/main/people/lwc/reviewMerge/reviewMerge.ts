import { LightningElement, api } from 'lwc';
import type { Candidate, Review } from 'c/reviewData';
import { labels } from 'c/reviewLabels';

/** Two records of one shopper: how they are merged. Says `leave` where both shall stay. */
export default class ReviewMerge extends LightningElement {
  @api review: Review | undefined;
  @api fresh: ReadonlyMap<string, Candidate> | undefined;
  @api mayLeave = false;
  labels = labels;

  get records(): Candidate[] {
    return (this.review?.candidates ?? []).map((one) => this.fresh?.get(one.id) ?? one);
  }

  /** Salesforce merges records of one object; a lead becomes a contact by converting it. */
  get howText(): string {
    const objects = new Set(this.records.map(({ object }) => object));
    return objects.size > 1 && objects.has('Lead') ? labels.mergeLead : labels.mergeSame;
  }

  leave(): void {
    this.dispatchEvent(new CustomEvent('leave'));
  }
}

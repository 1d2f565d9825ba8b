import { LightningElement, api } from 'lwc';
import type { Candidate, Review } from 'c/reviewData';
import { labels } from 'c/reviewLabels';
import { columnsOf, rowsOf, type Column, type FactRow } from './rows';

/** Says `choose` with the id of the record that is the shopper. */
export default class ReviewTable extends LightningElement {
  @api review: Review | undefined;
  /** The candidates as they are now, by id; absent until that is known. */
  @api fresh: ReadonlyMap<string, Candidate> | undefined;
  @api mayDecide = false;
  labels = labels;

  private get evidence(): Review | undefined {
    const { review, fresh } = this;
    if (!review || !fresh) return review;
    return { ...review, candidates: review.candidates.map((one) => fresh.get(one.id) ?? one) };
  }

  get columns(): Column[] {
    const { evidence, fresh } = this;
    if (!evidence) return [];
    const here = fresh?.keys() ?? evidence.candidates.map(({ id }) => id);
    return columnsOf(evidence, new Set(here));
  }

  get rows(): FactRow[] {
    return this.evidence ? rowsOf(this.evidence, this.columns) : [];
  }

  /** The last row says what can be decided, and of whom nothing can. */
  get hasDecision(): boolean {
    return this.mayDecide || this.columns.some(({ isHere }) => !isHere);
  }

  choose(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }
}

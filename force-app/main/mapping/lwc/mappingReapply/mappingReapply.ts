import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { count, fill } from 'c/format';
import { watch } from 'c/signals';
import { labels } from './labels';
import { WORK, workOf, type Touched, type Work } from './work';

interface Answer {
  data?: unknown;
  refresh?: () => Promise<void>;
}

/** How many existing records the draft would change, and applying what is published to them. */
export default class MappingReapply extends LightningElement {
  @api shopId = '';
  @api publishedNumber = 0;
  @api readOnly = false;
  labels = labels;
  work: Work = { count: undefined, touched: [], run: undefined };

  private refresh: (() => Promise<void>) | undefined;
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: WORK, variables: '$question' })
  hear({ data, refresh }: Answer): void {
    this.refresh = refresh ?? this.refresh;
    if (data) this.work = workOf(data);
  }

  get question(): { shop: string } | undefined {
    return this.shopId ? { shop: this.shopId } : undefined;
  }

  /** Not yet published: the draft is what would change them. */
  get countInput(): object {
    return { draft: true };
  }

  get mayAsk(): boolean {
    return !this.readOnly;
  }

  get mayApply(): boolean {
    return this.mayAsk && this.publishedNumber > 0;
  }

  get applyText(): string {
    return fill(labels.apply, count(this.publishedNumber));
  }

  get touched(): { key: string; text: string }[] {
    if (this.work.count?.status !== 'Done') return [];
    return this.work.touched.map((one) => ({ key: one.object, text: textOf(one) }));
  }

  get touchesNothing(): boolean {
    return this.work.count?.status === 'Done' && this.work.touched.length === 0;
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['job'], onNews: () => this.askAgain(), everyMs: 10_000 });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  askAgain(): void {
    void this.refresh?.();
  }
}

function textOf({ object, fields, records, changed }: Touched): string {
  const named = fields.join(', ');
  return changed === null
    ? fill(labels.touchedUpTo, object, count(records), named)
    : fill(labels.touched, object, count(changed), count(records), named);
}

import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { count, fill } from 'c/format';
import { plain } from 'c/names';
import { shopperOf, type Answer, type Shopper as Model } from 'c/shopperModel';
import { AT_ONCE, shopperQuery } from 'c/shopperQuery';
import { watch } from 'c/signals';
import { labels } from './labels';

interface Wired {
  data?: Answer;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** Whether the query itself was refused: it named what the reader may not see. */
function isRefused(errors: unknown[] | undefined): boolean {
  return (errors ?? []).some((error) => /validation error/i.test(sentences(error).join(' ')));
}

/** What a contact, a lead or the people of an account bought: asked for in one round trip. */
export default class Shopper extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  /** How many orders are shown before a click shows all. */
  @api numberOfOrders = 5;
  labels = labels;
  shopper: Model | undefined;
  faults: string[] = [];
  isAsking = false;
  /** Something that the full query names is hidden from the reader. */
  isPlainer = false;
  private more = 0;
  private again: (() => Promise<void>) | undefined;
  private stop: (() => void) | undefined;

  @wire(graphql, { query: '$query', variables: '$variables' })
  wiredShopper({ data, errors, refresh }: Wired): void {
    this.again = refresh;
    if (!data && !errors) return;
    if (!data?.uiapi && !this.isPlainer && isRefused(errors)) {
      this.isPlainer = true;
      return;
    }
    this.isAsking = false;
    this.faults = errors ? sentences(errors) : [];
    // What was shown stays while an answer fails: old news is better than none.
    if (data?.uiapi) this.shopper = shopperOf(plain(data), this.recordId, this.isPlainer);
  }

  connectedCallback(): void {
    this.stop = watch({
      kinds: ['record'],
      ids: () => this.shopper?.about ?? [this.recordId],
      onNews: () => {
        void this.refresh();
      },
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get query(): object | undefined {
    return shopperQuery(this.objectApiName, this.isPlainer);
  }

  get variables(): object | undefined {
    if (!this.recordId) return undefined;
    return { recordId: this.recordId, orders: Number(this.numberOfOrders) + this.more };
  }

  get isMisplaced(): boolean {
    return !['Contact', 'Lead', 'Account'].includes(this.objectApiName);
  }

  get isAccount(): boolean {
    return this.objectApiName === 'Account';
  }

  get isLoading(): boolean {
    return !this.shopper;
  }

  get isFailed(): boolean {
    return !this.shopper && this.faults.length > 0;
  }

  get isForbidden(): boolean {
    return this.shopper?.hidden === 'all';
  }

  get isHidingSome(): boolean {
    return this.shopper?.hidden === 'some';
  }

  get isEmpty(): boolean {
    return this.shopper?.isEmpty ?? false;
  }

  get hasCarts(): boolean {
    return Boolean(this.shopper && (this.shopper.carts.length > 0 || this.shopper.personCart));
  }

  get cartsHeading(): string {
    return (this.shopper?.cartCount ?? 0) > 1 ? labels.carts : labels.cart;
  }

  get moreCarts(): string {
    const left = (this.shopper?.cartCount ?? 0) - (this.shopper?.carts.length ?? 0);
    return left > 0 ? fill(labels.moreCarts, count(left)) : '';
  }

  get ordersHeading(): string {
    const { orderCount = 0 } = this.shopper ?? {};
    return orderCount > 0 ? `${labels.orders} (${count(orderCount)})` : labels.orders;
  }

  showMore(): void {
    this.isAsking = true;
    this.more += AT_ONCE;
  }

  async refresh(): Promise<void> {
    await this.again?.();
  }
}

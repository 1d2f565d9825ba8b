import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import archived from '@salesforce/label/c.Shopper_Order_Archived';
import discount from '@salesforce/label/c.Shopper_Order_Discount';
import items from '@salesforce/label/c.Shopper_Items';
import net from '@salesforce/label/c.Shopper_Order_Net_Total';
import person from '@salesforce/label/c.Shopper_Order_Person';
import placed from '@salesforce/label/c.Shopper_Order_Placed';
import refunded from '@salesforce/label/c.Shopper_Order_Refunded';
import shipping from '@salesforce/label/c.Shopper_Order_Shipping';
import shop from '@salesforce/label/c.Shopper_Order_Shop';
import shopStatus from '@salesforce/label/c.Shopper_Order_Shop_Status';
import subtotal from '@salesforce/label/c.Shopper_Order_Subtotal';
import tax from '@salesforce/label/c.Shopper_Order_Tax';
import title from '@salesforce/label/c.Shopper_Order_Title';
import total from '@salesforce/label/c.Shopper_Order_Total';
import totals from '@salesforce/label/c.Shopper_Order_Totals';
import unmatched from '@salesforce/label/c.Shopper_Order_Unmatched';
import { sentences } from 'c/errors';
import { dateTime, fill, money } from 'c/format';
import { idOf, textOf, type Node } from 'c/query';
import type { Fact } from 'c/recordFacts';
import { ORDER, foundIn, type Wired } from 'c/recordQuery';
import { orderOf, type Amount, type Order } from 'c/shopModel';
import { watch } from 'c/signals';
import { wayOfOrder, type Way } from 'c/statuses';

export default class OrderSummary extends LightningElement {
  @api recordId = '';
  order: Order | undefined;
  faults: string[] = [];
  isMissing = false;
  heardAt = '';
  private shop: Node | undefined;
  private again: (() => Promise<void>) | undefined;
  private stop: (() => void) | undefined;
  labels = { items, title, totals };

  @wire(graphql, { query: ORDER, variables: '$variables' })
  wiredOrder({ data, errors, refresh }: Wired): void {
    this.again = refresh;
    if (!data && !errors) return;
    this.faults = errors ? sentences(errors) : [];
    if (!data?.uiapi) return;
    const found = foundIn(data);
    this.isMissing = !found.record;
    this.order = found.record && orderOf(found.record);
    this.shop = found.shop;
    this.heardAt = found.heardAt;
  }

  connectedCallback(): void {
    this.stop = watch({
      kinds: ['record'],
      ids: () => [this.recordId],
      onNews: () => {
        void this.refresh();
      },
    });
  }

  disconnectedCallback(): void {
    this.stop?.();
  }

  get variables(): object | undefined {
    return this.recordId ? { recordId: this.recordId } : undefined;
  }

  get isWaiting(): boolean {
    return !this.order;
  }

  get shopAt(): string {
    return this.order?.shopAt ?? '';
  }

  get hereAt(): string {
    return this.order?.hereAt ?? '';
  }

  get way(): Way | undefined {
    return this.order && wayOfOrder(this.order.status, this.order.statusShown);
  }

  get notes(): string[] {
    if (!this.order) return [];
    const { shopStatus: theirs, statusShown, person: buyer, email, isArchived } = this.order;
    return [
      theirs && theirs !== statusShown ? fill(shopStatus, theirs) : '',
      !buyer && email ? fill(unmatched, email) : '',
      isArchived ? archived : '',
    ].filter(Boolean);
  }

  get facts(): Fact[] {
    if (!this.order) return [];
    const { person: buyer, placedAt } = this.order;
    return [
      { label: person, value: buyer?.name ?? '', recordId: buyer?.id, object: buyer?.object },
      { label: placed, value: placedAt && dateTime(placedAt) },
      {
        label: shop,
        value: textOf(this.shop, 'Name'),
        recordId: idOf(this.shop),
        object: 'Shop__c',
      },
    ];
  }

  /** Nothing was refunded in most orders: they show no line for it. */
  get totals(): Fact[] {
    const { refunded: back } = this.order?.amounts ?? {};
    const after = back ? [this.amount(refunded, 'refunded'), this.amount(net, 'net')] : [];
    return [
      this.amount(subtotal, 'subtotal'),
      this.amount(discount, 'discount'),
      this.amount(shipping, 'shipping'),
      this.amount(tax, 'tax'),
      { ...this.amount(total, 'total'), isMain: true },
      ...after,
    ];
  }

  async refresh(): Promise<void> {
    await this.again?.();
  }

  private amount(label: string, which: Amount): Fact {
    const { amounts, currency = '' } = this.order ?? {};
    return { label, value: money(amounts?.[which] ?? null, currency) };
  }
}

import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import items from '@salesforce/label/c.Shopper_Items';
import lastActivity from '@salesforce/label/c.Shopper_Cart_Last_Activity';
import link from '@salesforce/label/c.Shopper_Cart_Link';
import person from '@salesforce/label/c.Shopper_Cart_Person';
import recovered from '@salesforce/label/c.Shopper_Cart_Recovered';
import shop from '@salesforce/label/c.Shopper_Order_Shop';
import started from '@salesforce/label/c.Shopper_Cart_Started';
import times from '@salesforce/label/c.Shopper_Cart_Times';
import title from '@salesforce/label/c.Shopper_Cart_Title';
import unmatched from '@salesforce/label/c.Shopper_Order_Unmatched';
import value from '@salesforce/label/c.Shopper_Cart_Value';
import { sentences } from 'c/errors';
import { count, dateTime, fill, money } from 'c/format';
import { idOf, textOf, type Node } from 'c/query';
import type { Fact } from 'c/recordFacts';
import { CART, foundIn, type Wired } from 'c/recordQuery';
import { cartOf, type Cart } from 'c/shopModel';
import { watch } from 'c/signals';
import { wayOfCart, type Way } from 'c/statuses';

export default class CartSummary extends LightningElement {
  @api recordId = '';
  cart: Cart | undefined;
  faults: string[] = [];
  isMissing = false;
  heardAt = '';
  private shop: Node | undefined;
  private again: (() => Promise<void>) | undefined;
  private stop: (() => void) | undefined;
  labels = { items, link, title };

  @wire(graphql, { query: CART, variables: '$variables' })
  wiredCart({ data, errors, refresh }: Wired): void {
    this.again = refresh;
    if (!data && !errors) return;
    this.faults = errors ? sentences(errors) : [];
    if (!data?.uiapi) return;
    const found = foundIn(data);
    this.isMissing = !found.record;
    this.cart = found.record && cartOf(found.record);
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
    return !this.cart;
  }

  get shopAt(): string {
    return this.cart?.shopAt ?? '';
  }

  get hereAt(): string {
    return this.cart?.hereAt ?? '';
  }

  get way(): Way | undefined {
    if (!this.cart) return undefined;
    return wayOfCart(this.cart.status, this.cart.statusShown, this.cart.timesAbandoned);
  }

  get notes(): string[] {
    if (!this.cart) return [];
    const { isRecovered, timesAbandoned: often, person: shopper, email } = this.cart;
    return [
      isRecovered ? recovered : '',
      often > 1 ? fill(times, count(often)) : '',
      !shopper && email ? fill(unmatched, email) : '',
    ].filter(Boolean);
  }

  get facts(): Fact[] {
    if (!this.cart) return [];
    const { person: shopper, value: worth, currency, startedAt, shopAt } = this.cart;
    return [
      { label: value, value: money(worth, currency), isMain: true },
      { label: person, value: shopper?.name ?? '', recordId: shopper?.id, object: shopper?.object },
      { label: started, value: startedAt && dateTime(startedAt) },
      { label: lastActivity, value: shopAt && dateTime(shopAt) },
      {
        label: shop,
        value: textOf(this.shop, 'Name'),
        recordId: idOf(this.shop),
        object: 'Shop__c',
      },
    ];
  }

  async refresh(): Promise<void> {
    await this.again?.();
  }
}

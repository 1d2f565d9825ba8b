import { LightningElement, api } from 'lwc';
import DIRECTION from '@salesforce/i18n/dir';
import itemsOf from '@salesforce/label/c.Shopper_Items_Of';
import orderName from '@salesforce/label/c.Shopper_Order_Name';
import openOrder from '@salesforce/label/c.Shopper_Open_Order';
import { date, fill, money } from 'c/format';
import type { Order, Person } from 'c/shopModel';
import { toneOfOrder, type Tone } from 'c/statuses';

export default class ShopperOrder extends LightningElement {
  @api order!: Order;
  /** Who bought, where that is not plain from the page. */
  @api showPerson = false;
  isOpen = false;

  @api focus(): void {
    this.template?.querySelector('button')?.focus();
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get isClosed(): boolean {
    return !this.isOpen;
  }

  get arrow(): string {
    if (this.isOpen) return 'utility:chevrondown';
    return DIRECTION === 'rtl' ? 'utility:chevronleft' : 'utility:chevronright';
  }

  get name(): string {
    return fill(orderName, this.order.name);
  }

  get total(): string {
    return money(this.order.amounts.total, this.order.currency);
  }

  get placed(): string {
    const day = this.order.placedAt && date(this.order.placedAt);
    return [day, this.person?.name].filter(Boolean).join(' · ');
  }

  get tone(): Tone {
    return toneOfOrder(this.order.status);
  }

  get itemsLabel(): string {
    return fill(itemsOf, this.name);
  }

  get openLabel(): string {
    return fill(openOrder, this.order.name);
  }

  get person(): Person | undefined {
    return this.showPerson ? this.order.person : undefined;
  }

  toggle(): void {
    this.isOpen = !this.isOpen;
  }
}

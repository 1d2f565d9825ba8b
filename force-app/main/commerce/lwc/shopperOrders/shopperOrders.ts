import { LightningElement, api } from 'lwc';
import heading from '@salesforce/label/c.Shopper_Orders_Heading';
import loading from '@salesforce/label/c.Shopper_Loading';
import more from '@salesforce/label/c.Shopper_Show_More';
import none from '@salesforce/label/c.Shopper_No_Orders';
import showAll from '@salesforce/label/c.Shopper_Show_All';
import shown from '@salesforce/label/c.Shopper_Orders_Shown';
import { count, fill } from 'c/format';
import type { Order } from 'c/shopModel';
import { AT_ONCE } from 'c/shopperQuery';

export default class ShopperOrders extends LightningElement {
  @api orders: Order[] = [];
  /** How many there are, beyond those at hand. */
  @api orderCount = 0;
  /** Who bought, where that is not plain from the page. */
  @api showPerson = false;
  @api isLoading = false;
  labels = { heading, none };
  /** Where the keyboard goes once more orders are there: the button that was pressed may be gone. */
  private nextFocus: number | undefined;

  get isEmpty(): boolean {
    return this.orders.length === 0;
  }

  get left(): number {
    return this.orderCount - this.orders.length;
  }

  get hasMore(): boolean {
    return this.left > 0;
  }

  get moreLabel(): string {
    return fill(this.left > AT_ONCE ? more : showAll, count(this.orderCount));
  }

  get told(): string {
    if (this.isLoading) return loading;
    return this.isEmpty ? '' : fill(shown, count(this.orders.length), count(this.orderCount));
  }

  askForMore(): void {
    this.nextFocus = this.orders.length;
    this.dispatchEvent(new CustomEvent('more'));
  }

  renderedCallback(): void {
    if (this.nextFocus === undefined || this.orders.length <= this.nextFocus) return;
    const orders = this.template?.querySelectorAll('c-shopper-order');
    (orders?.[this.nextFocus] as HTMLElement | undefined)?.focus();
    this.nextFocus = undefined;
  }
}

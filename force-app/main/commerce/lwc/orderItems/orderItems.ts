import { LightningElement, api } from 'lwc';
import item from '@salesforce/label/c.Shopper_Item';
import more from '@salesforce/label/c.Shopper_More_Items';
import none from '@salesforce/label/c.Shopper_No_Items';
import price from '@salesforce/label/c.Shopper_Unit_Price';
import quantity from '@salesforce/label/c.Shopper_Quantity';
import refunded from '@salesforce/label/c.Shopper_Refunded_Quantity';
import total from '@salesforce/label/c.Shopper_Line_Total';
import { count, fill, money } from 'c/format';
import type { Item } from 'c/shopModel';

interface Row {
  id: string;
  name: string;
  detail: string;
  /** How many of what, where both stand together. */
  line: string;
  quantity: string;
  price: string;
  total: string;
}

export default class OrderItems extends LightningElement {
  @api items: Item[] = [];
  /** How many there are, beyond those at hand. */
  @api itemCount = 0;
  @api currency = '';
  /** What the table is called. */
  @api label = '';
  @api compact = false;
  labels = { item, none, price, quantity, total };

  get isRoomy(): boolean {
    return !this.compact;
  }

  /** On a phone the list takes the place of the table. */
  get listClasses(): string {
    return this.compact ? '' : 'narrow';
  }

  get isEmpty(): boolean {
    return this.items.length === 0;
  }

  get more(): string {
    const left = this.itemCount - this.items.length;
    return left > 0 ? fill(more, count(left)) : '';
  }

  get rows(): Row[] {
    return this.items.map((line) => ({
      id: line.id,
      name: line.name,
      detail: detailOf(line),
      line: line.quantity === null ? line.name : `${count(line.quantity)} × ${line.name}`,
      quantity: line.quantity === null ? '' : count(line.quantity),
      price: money(line.unitPrice, this.currency),
      total: money(line.total, this.currency),
    }));
  }
}

function detailOf({ options, sku, refundedQuantity }: Item): string {
  const gone = refundedQuantity ? fill(refunded, count(refundedQuantity)) : '';
  return [options, sku, gone].filter(Boolean).join(' · ');
}

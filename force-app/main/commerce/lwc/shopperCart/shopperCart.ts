import { LightningElement, api } from 'lwc';
import abandoned from '@salesforce/label/c.Shopper_Cart_Abandoned';
import abandonedAgo from '@salesforce/label/c.Shopper_Cart_Abandoned_Ago';
import activeAgo from '@salesforce/label/c.Shopper_Cart_Active_Ago';
import itemsOf from '@salesforce/label/c.Shopper_Items_Of';
import link from '@salesforce/label/c.Shopper_Cart_Link';
import open from '@salesforce/label/c.Shopper_Cart_Open';
import piece from '@salesforce/label/c.Shopper_Piece';
import pieces from '@salesforce/label/c.Shopper_Pieces';
import record from '@salesforce/label/c.Shopper_Cart_Record';
import times from '@salesforce/label/c.Shopper_Cart_Times';
import { ago, count, fill, money } from 'c/format';
import type { Cart, Person } from 'c/shopModel';
import type { PersonCart } from 'c/shopperModel';
import { toneOfCart, type Tone } from 'c/statuses';

/** Either a cart, or what a person's own fields say of theirs. */
export default class ShopperCart extends LightningElement {
  @api cart: Cart | undefined;
  @api personCart: PersonCart | undefined;
  /** Whose cart it is, where that is not plain from the page. */
  @api showPerson = false;
  labels = { link };

  get shown(): Cart | PersonCart {
    return (this.cart ?? this.personCart) as Cart | PersonCart;
  }

  get tone(): Tone {
    return toneOfCart(this.shown.status);
  }

  get status(): string {
    return this.cart?.statusShown ?? (this.shown.status === 'Open' ? open : abandoned);
  }

  get value(): string {
    const { value, currency, pieces: number } = this.shown;
    const many = number === null ? '' : number === 1 ? piece : fill(pieces, count(number));
    return [money(value, currency), many].filter(Boolean).join(' · ');
  }

  get age(): string {
    const { status, abandonedAt, timesAbandoned } = this.shown;
    const isLeft = status === 'Abandoned' && abandonedAt;
    const active = this.cart?.shopAt ?? '';
    const since = isLeft
      ? fill(abandonedAgo, ago(abandonedAt))
      : active && fill(activeAgo, ago(active));
    const often = timesAbandoned > 1 ? fill(times, count(timesAbandoned)) : '';
    return [since, often].filter(Boolean).join(' · ');
  }

  get firstItems(): string {
    return this.personCart?.firstItems ?? '';
  }

  get url(): string {
    return this.shown.url;
  }

  get itemsLabel(): string {
    return fill(itemsOf, this.cart?.name ?? '');
  }

  get recordLabel(): string {
    return fill(record, this.cart?.name ?? '');
  }

  get personLink(): Person | undefined {
    return this.showPerson ? this.cart?.person : undefined;
  }
}

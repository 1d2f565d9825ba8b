import { LightningElement, api } from 'lwc';
import average from '@salesforce/label/c.Shopper_Average';
import lastOrder from '@salesforce/label/c.Shopper_Last_Order';
import lifetimeValue from '@salesforce/label/c.Shopper_Lifetime_Value';
import orders from '@salesforce/label/c.Shopper_Orders';
import { count, date, money } from 'c/format';
import { rhythm } from 'c/rhythm';
import type { Figures } from 'c/shopperModel';

interface Figure {
  name: string;
  label: string;
  value: string;
  classes: string;
  valueClasses: string;
}

/** One group for each currency. */
export default class ShopperFigures extends LightningElement {
  @api figures: Figures[] = [];

  get groups() {
    return this.figures.map((figures) => ({
      key: `of ${figures.currency}`,
      figures: shown(figures),
      rhythm: rhythm({ ...figures, count: figures.orders }),
      rhythmKey: `rhythm of ${figures.currency}`,
    }));
  }
}

function shown({ spend, currency, orders: placed, average: usual, lastAt }: Figures): Figure[] {
  const main = 'slds-text-heading_large';
  const small = 'slds-text-heading_small';
  const all = [
    figure('spend', lifetimeValue, money(spend, currency), main),
    figure('orders', orders, placed === null ? '' : count(placed), small),
    figure('average', average, money(usual, currency), small),
    figure('last', lastOrder, lastAt && date(lastAt), small),
  ];
  return all.filter(({ value }) => value !== '');
}

function figure(name: string, label: string, value: string, valueClasses: string): Figure {
  return { name, label, value, valueClasses, classes: name === 'spend' ? 'main' : '' };
}

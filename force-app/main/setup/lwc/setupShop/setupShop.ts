import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill } from 'c/format';
import { NO_FACTS, type Facts } from 'c/setupFacts';
import { pageOfWorker, problemOf } from 'c/workerAddress';
import again from '@salesforce/label/c.Setup_Shop_Again';
import byHand from '@salesforce/label/c.Setup_Shop_By_Hand';
import connect from '@salesforce/label/c.Setup_Shop_Connect';
import hooks from '@salesforce/label/c.Setup_Shop_Hooks';
import noWorker from '@salesforce/label/c.Setup_Shop_No_Worker';
import none from '@salesforce/label/c.Setup_Shop_None';
import shops from '@salesforce/label/c.Setup_Shop_List';
import text from '@salesforce/label/c.Setup_Shop_Text';

/**
 * Step 2: the shops. What a shop runs on is chosen on the worker's page, which alone knows what it
 * can speak with; secrets are typed there too and never reach Salesforce.
 */
export default class SetupShop extends NavigationMixin(LightningElement) {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { connect, noWorker, none, shops, text };

  get hasShops(): boolean {
    return this.facts.shops.length > 0;
  }

  get shops() {
    return this.facts.shops.map(({ works, isByHand, ...shop }) => ({
      ...{ id: shop.id, key: shop.key, name: shop.name, again: fill(again, shop.name) },
      facts: isByHand
        ? fill(byHand, shop.status)
        : fill(hooks, shop.status, shop.hooksAlive, shop.hooksWanted),
      icon: works ? 'utility:success' : 'utility:warning',
      variant: works ? 'success' : 'warning',
    }));
  }

  get mayOpen(): boolean {
    return this.mayChange && !this.lacksWorker;
  }

  get lacksWorker(): boolean {
    return problemOf(this.facts.workerUrl) !== undefined;
  }

  /** Leads to one shop's form, or to the choice of what a further one runs on. */
  open(event: Event): void {
    const { shop } = (event.currentTarget as HTMLElement).dataset;
    const about = shop ? { shop } : undefined;
    const here = window.location.href;
    const url = pageOfWorker(this.facts.workerUrl, '/connect/shop', here, about);
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } });
  }
}

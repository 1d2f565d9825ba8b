import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { fill } from 'c/format';
import { NO_FACTS, type Facts } from 'c/setupFacts';
import { pageOfWorker, problemOf } from 'c/workerAddress';
import connect from '@salesforce/label/c.Setup_Shop_Connect';
import hooks from '@salesforce/label/c.Setup_Shop_Hooks';
import noWorker from '@salesforce/label/c.Setup_Shop_No_Worker';
import none from '@salesforce/label/c.Setup_Shop_None';
import shops from '@salesforce/label/c.Setup_Shop_List';
import text from '@salesforce/label/c.Setup_Shop_Text';

/** Step 2: the shops. Their secrets are typed on the worker's page and never reach Salesforce. */
export default class SetupShop extends NavigationMixin(LightningElement) {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { connect, noWorker, none, shops, text };

  get hasShops(): boolean {
    return this.facts.shops.length > 0;
  }

  get shops() {
    return this.facts.shops.map(({ id, name, status, hooksAlive, hooksWanted, works }) => ({
      id,
      name,
      facts: fill(hooks, status, hooksAlive, hooksWanted),
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

  open(): void {
    const url = pageOfWorker(this.facts.workerUrl, '/connect/shop', window.location.href);
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url } });
  }
}

import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import flows from '@salesforce/label/c.Setup_Live_Flows';
import history from '@salesforce/label/c.Setup_Live_History';
import load from '@salesforce/label/c.Setup_Live_Load';
import noOrders from '@salesforce/label/c.Setup_Live_No_Orders';
import orders from '@salesforce/label/c.Setup_Live_Orders';
import resting from '@salesforce/label/c.Setup_Live_Resting';

/** Step 6: events flow by themselves once worker and shop are connected; older orders are asked for. */
export default class SetupHistory extends LightningElement {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { history, load };

  get liveText(): string {
    const { isHeard, shops } = this.facts;
    return isHeard && shops.some(({ works }) => works) ? flows : resting;
  }

  get ordersText(): string {
    return this.facts.orders > 0 ? fill(orders, count(this.facts.orders)) : noOrders;
  }

  get shopId(): string | undefined {
    return this.facts.shops.find(({ works }) => works)?.id;
  }

  get job(): JobFact | undefined {
    return newestJob(this.facts, 'Load History');
  }
}

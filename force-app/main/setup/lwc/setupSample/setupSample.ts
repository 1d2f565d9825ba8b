import { LightningElement, api } from 'lwc';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import notYet from '@salesforce/label/c.Setup_Sample_Not_Yet';
import send from '@salesforce/label/c.Setup_Sample_Send';
import text from '@salesforce/label/c.Setup_Sample_Text';

/** Step 5: what a dry run would be for, done with one real order. */
export default class SetupSample extends LightningElement {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { notYet, send, text };

  get shopId(): string | undefined {
    return this.facts.shops.find(({ works }) => works)?.id;
  }

  get job(): JobFact | undefined {
    return newestJob(this.facts, 'Send Sample Event');
  }
}

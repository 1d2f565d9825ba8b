import { LightningElement, api } from 'lwc';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import send from '@salesforce/label/c.Setup_Sample_Send';
import openMapping from '@salesforce/label/c.Setup_Mapping_Open';
import text from '@salesforce/label/c.Setup_Sample_Text';
import tryFirst from '@salesforce/label/c.Setup_Sample_Try_First';

/** Step 5: a trial that writes nothing, then one real order. */
export default class SetupSample extends LightningElement {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = { openMapping, send, text, tryFirst };

  get shopId(): string | undefined {
    return this.facts.shops.find(({ works }) => works)?.id;
  }

  get job(): JobFact | undefined {
    return newestJob(this.facts, 'Send Sample Event');
  }
}

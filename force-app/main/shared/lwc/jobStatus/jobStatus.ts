import { LightningElement, api } from 'lwc';
import canceled from '@salesforce/label/c.Jobs_Status_Canceled';
import done from '@salesforce/label/c.Jobs_Status_Done';
import failed from '@salesforce/label/c.Jobs_Status_Failed';
import notAvailable from '@salesforce/label/c.Jobs_Status_Not_Available';
import paused from '@salesforce/label/c.Jobs_Status_Paused';
import requested from '@salesforce/label/c.Jobs_Status_Requested';
import running from '@salesforce/label/c.Jobs_Status_Running';

interface Look {
  text: string;
  icon: string;
  variant?: string;
}

const LOOKS: Record<string, Look> = {
  Requested: { text: requested, icon: 'utility:clock' },
  Running: { text: running, icon: 'utility:sync' },
  Paused: { text: paused, icon: 'utility:pause' },
  Done: { text: done, icon: 'utility:success', variant: 'success' },
  Failed: { text: failed, icon: 'utility:error', variant: 'error' },
  Canceled: { text: canceled, icon: 'utility:ban' },
  'Not Available': { text: notAvailable, icon: 'utility:info' },
};

/** A status is a text, an icon and a colour, so that none of them is needed. */
export default class JobStatus extends LightningElement {
  @api status = '';

  get look(): Look {
    return LOOKS[this.status] ?? { text: this.status, icon: 'utility:info' };
  }
}

import { LightningElement, api } from 'lwc';
import again from '@salesforce/label/c.Shopper_Try_Again';
import failed from '@salesforce/label/c.Shopper_Failed';
import loading from '@salesforce/label/c.Shopper_Loading';
import missing from '@salesforce/label/c.Shopper_Order_No_Record';
import partial from '@salesforce/label/c.Shopper_Partial';
import noAccess from '@salesforce/label/c.Shopper_No_Access_Heading';

/** What is asked for goes into the slot once it is there. */
export default class RecordFrame extends LightningElement {
  @api heading = '';
  @api iconName = 'utility:cart';
  @api isWaiting = false;
  @api isMissing = false;
  @api faults: string[] = [];
  @api shopAt = '';
  @api hereAt = '';
  @api heardAt = '';
  labels = { again, loading, missing, noAccess };

  get hasFaults(): boolean {
    return this.faults.length > 0;
  }

  /** What was shown stays while an answer fails: then the fault blocks nothing. */
  get faultState(): string {
    return this.isWaiting ? 'failed' : 'partial';
  }

  get faultRole(): string {
    return this.isWaiting ? 'alert' : 'status';
  }

  get faultHeading(): string {
    return this.isWaiting ? failed : partial;
  }

  askAgain(): void {
    this.dispatchEvent(new CustomEvent('again'));
  }
}

import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { NO_FACTS, type Check, type Facts } from 'c/setupFacts';
import handbook from '@salesforce/label/c.Setup_Mapping_Handbook';
import later from '@salesforce/label/c.Setup_Mapping_Later';
import open from '@salesforce/label/c.Setup_Mapping_Open';
import text from '@salesforce/label/c.Setup_Mapping_Text';
import unknown from '@salesforce/label/c.Setup_Mapping_Unknown';

const FIELDS = '/lightning/setup/ObjectManager/Contact/FieldsAndRelationships/view';

/** Step 4: the standard mapping, and what the worker found about the fields it fills. */
export default class SetupMapping extends NavigationMixin(LightningElement) {
  @api facts: Facts = NO_FACTS;

  labels = { handbook, later, open, text, unknown };

  get found(): Check[] {
    return this.facts.checks.filter(({ check }) => /^(field_access|person_fields)$/.test(check));
  }

  get isUnknown(): boolean {
    return this.found.length === 0;
  }

  open(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__webPage', attributes: { url: FIELDS } });
  }
}

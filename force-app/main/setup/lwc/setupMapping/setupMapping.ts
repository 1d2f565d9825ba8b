import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { NO_FACTS, type Check, type Facts } from 'c/setupFacts';
import draft from '@salesforce/label/c.Setup_Mapping_Draft';
import handbook from '@salesforce/label/c.Setup_Mapping_Handbook';
import inUse from '@salesforce/label/c.Setup_Mapping_In_Use';
import none from '@salesforce/label/c.Setup_Mapping_None';
import open from '@salesforce/label/c.Setup_Mapping_Open';
import text from '@salesforce/label/c.Setup_Mapping_Text';
import unknown from '@salesforce/label/c.Setup_Mapping_Unknown';

/** Step 4: which version of each shop's mapping is in use, and what the worker found about its fields. */
export default class SetupMapping extends LightningElement {
  @api facts: Facts = NO_FACTS;

  labels = { handbook, none, open, text, unknown };

  get mappings(): { key: string; text: string }[] {
    return this.facts.mappings.map(({ id, shop, version, hasDraft }) => ({
      key: id,
      text: fill(hasDraft ? draft : inUse, shop, count(version)),
    }));
  }

  get hasNone(): boolean {
    return this.facts.mappings.length === 0;
  }

  get found(): Check[] {
    return this.facts.checks.filter(({ check }) => /^(field_access|person_fields)$/.test(check));
  }

  get isUnknown(): boolean {
    return this.found.length === 0;
  }
}

import { LightningElement, api } from 'lwc';
import { NO_ORG, type Option, type PeopleOrg } from 'c/peopleOrg';
import type { Creating, Faults, Policy, Who } from 'c/peoplePolicy';
import { labels } from './labels';

/** What guests and registered customers become, side by side. Says `edit` with the whole part. */
export default class PeopleCreating extends LightningElement {
  @api held: Policy | undefined;
  @api draft: Policy | undefined;
  @api org: PeopleOrg = NO_ORG;
  @api leadSources: Option[] = [];
  @api faults: Faults = {};
  @api readOnly = false;

  labels = labels;

  get columns() {
    return [
      { who: 'guest', heading: labels.guest, help: labels.guestHelp },
      { who: 'registered', heading: labels.registered, help: labels.registeredHelp },
    ].map((column) => ({ ...column, creating: this.draft?.creating[column.who as Who] }));
  }

  edit(event: CustomEvent<{ who: Who; creating: Creating }>): void {
    event.stopPropagation();
    const { who, creating } = event.detail;
    const value = { ...this.draft?.creating, [who]: creating };
    this.dispatchEvent(new CustomEvent('edit', { detail: { part: 'creating', value } }));
  }
}

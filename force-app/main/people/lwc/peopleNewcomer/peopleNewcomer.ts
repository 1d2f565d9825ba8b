import { LightningElement, api } from 'lwc';
import { NO_ORG, type Option, type PeopleOrg } from 'c/peopleOrg';
import { becoming, faultAt, type Become, type Creating, type Faults } from 'c/peoplePolicy';
import { labels } from './labels';

const NO_CREATING: Creating = {
  ...{ as: 'Lead', recordTypeId: null, ownerId: null, assignmentRules: false },
  ...{ leadSource: null, campaignId: null, campaignStatus: null },
};

/** What one kind of new shopper becomes. Says `become` with all of it. */
export default class PeopleNewcomer extends LightningElement {
  @api who: 'guest' | 'registered' = 'guest';
  @api heading = '';
  @api help = '';
  @api creating: Creating | undefined = NO_CREATING;
  @api org: PeopleOrg = NO_ORG;
  @api leadSources: Option[] = [];
  @api faults: Faults = {};
  @api readOnly = false;

  labels = labels;

  get said(): Creating {
    return this.creating ?? NO_CREATING;
  }

  /** What holds is offered, also where the org no longer has it. */
  get becomes(): Option[] {
    const hasPersons = this.org.hasPersonAccounts || this.said.as === 'PersonAccount';
    return [
      { label: labels.lead, value: 'Lead' },
      { label: labels.contact, value: 'Contact' },
      ...(hasPersons ? [{ label: labels.personAccount, value: 'PersonAccount' }] : []),
      { label: labels.nobody, value: 'Nobody' },
    ];
  }

  get isSomebody(): boolean {
    return this.said.as !== 'Nobody';
  }

  get isLead(): boolean {
    return this.said.as === 'Lead';
  }

  get mayOwn(): boolean {
    return !(this.isLead && this.said.assignmentRules);
  }

  get recordTypes(): Option[] {
    const { as, recordTypeId } = this.said;
    const own = as === 'Nobody' ? [] : this.org.recordTypes[as];
    return withHeld([{ label: labels.recordTypeDefault, value: '' }, ...own], recordTypeId);
  }

  get hasRecordTypes(): boolean {
    return this.recordTypes.length > 1;
  }

  get sources(): Option[] {
    return withHeld([{ label: labels.none, value: '' }, ...this.leadSources], this.said.leadSource);
  }

  get texts() {
    const { recordTypeId, leadSource, campaignStatus } = this.said;
    return {
      recordTypeId: recordTypeId ?? '',
      leadSource: leadSource ?? '',
      campaignStatus: campaignStatus ?? '',
    };
  }

  get found() {
    const of = (field: keyof Creating): string =>
      faultAt(this.faults, `creating.${this.who}.${field}`);
    return {
      ...{ as: of('as'), recordTypeId: of('recordTypeId'), ownerId: of('ownerId') },
      ...{ assignmentRules: of('assignmentRules'), leadSource: of('leadSource') },
      ...{ campaignId: of('campaignId'), campaignStatus: of('campaignStatus') },
    };
  }

  chooseBecome({ detail }: CustomEvent<{ value: Become }>): void {
    this.tell(becoming(this.said, detail.value));
  }

  /** Of any field that holds a text or an id: its name says which. */
  choose({ detail, currentTarget }: CustomEvent<{ value: string }>): void {
    const { field = '' } = (currentTarget as HTMLElement).dataset;
    const text = detail.value.trim();
    this.tell({ ...this.said, [field]: text === '' ? null : text });
  }

  chooseCampaign({ detail }: CustomEvent<{ value: string }>): void {
    const campaignId = detail.value || null;
    // Each campaign has statuses of its own.
    this.tell({ ...this.said, campaignId, campaignStatus: null });
  }

  /** The rules would take an owner's place. */
  chooseRules({ detail }: CustomEvent<{ checked: boolean }>): void {
    const { ownerId } = this.said;
    const assignmentRules = detail.checked;
    this.tell({ ...this.said, assignmentRules, ownerId: assignmentRules ? null : ownerId });
  }

  private tell(creating: Creating): void {
    this.dispatchEvent(new CustomEvent('become', { detail: { who: this.who, creating } }));
  }
}

function withHeld(options: Option[], held: string | null): Option[] {
  if (held === null || options.some(({ value }) => value === held)) return options;
  return [...options, { label: held, value: held }];
}

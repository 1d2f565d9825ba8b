import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import { labels } from './labels';

type Choice = 'Lead' | 'Contact';

const NAMES: Record<Choice, string> = { Lead: labels.lead, Contact: labels.contact };

/** Step 3: what a shopper becomes whom nobody in Salesforce matches. The order of rules is fixed. */
export default class SetupMatching extends LightningElement {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = labels;
  chosen: Choice | undefined;
  options = [
    { label: labels.lead, value: 'Lead' },
    { label: labels.contact, value: 'Contact' },
  ];
  rules = [
    { key: 'link', text: labels.ruleLink },
    { key: 'customer', text: labels.ruleCustomer },
    { key: 'email', text: labels.ruleEmail },
  ];

  get choice(): Choice {
    return this.chosen ?? (this.facts.createPeopleAs || 'Lead');
  }

  get input(): { createPeopleAs: Choice } {
    return { createPeopleAs: this.choice };
  }

  get savedText(): string {
    const { createPeopleAs } = this.facts;
    return createPeopleAs ? fill(labels.saved, NAMES[createPeopleAs]) : labels.notSaid;
  }

  get job(): JobFact | undefined {
    return newestJob(this.facts, 'Change Settings');
  }

  choose({ detail }: CustomEvent<{ value: Choice }>): void {
    this.chosen = detail.value;
  }
}

import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import { becoming, type Become, type Policy, type Who } from 'c/peoplePolicy';
import { matchingStory } from 'c/peopleStories';
import { newestJob, NO_FACTS, type Facts, type JobFact } from 'c/setupFacts';
import { labels } from './labels';

const NAMES: Record<Become, string> = {
  ...{ Lead: labels.lead, Contact: labels.contact },
  ...{ PersonAccount: labels.personAccount, Nobody: labels.nobody },
};

/** Step 3: the two choices that matter most; all others are in the tab People. */
export default class SetupMatching extends LightningElement {
  @api facts: Facts = NO_FACTS;
  @api mayChange = false;

  labels = labels;
  chosen: Partial<Record<Who, Become>> = {};

  get policy(): Policy | undefined {
    return this.facts.policy;
  }

  get mayChoose(): boolean {
    return this.mayChange && this.policy !== undefined;
  }

  get choices() {
    const { guest, registered } = this.policy?.creating ?? {};
    return [
      { who: 'guest' as const, label: labels.guests, held: guest?.as },
      { who: 'registered' as const, label: labels.registered, held: registered?.as },
    ].map(({ who, label, held }) => ({
      ...{ who, label, options: optionsBeside(held) },
      value: this.chosen[who] ?? held ?? 'Lead',
    }));
  }

  /** The worker takes all that it is to know of new people, or nothing. */
  get input(): Partial<Policy> {
    if (!this.policy) return {};
    const { guest, registered } = this.policy.creating;
    return {
      creating: {
        guest: becoming(guest, this.chosen.guest ?? guest.as),
        registered: becoming(registered, this.chosen.registered ?? registered.as),
      },
    };
  }

  get storyText(): string {
    return this.policy ? matchingStory(this.policy.matching) : '';
  }

  get savedText(): string {
    if (!this.policy) return labels.notSaid;
    const { guest, registered } = this.policy.creating;
    return fill(labels.saved, NAMES[guest.as], NAMES[registered.as]);
  }

  get job(): JobFact | undefined {
    return newestJob(this.facts, 'Change Settings');
  }

  choose({ detail, currentTarget }: CustomEvent<{ value: Become }>): void {
    const { who } = (currentTarget as HTMLElement).dataset as { who: Who };
    this.chosen = { ...this.chosen, [who]: detail.value };
  }
}

/** The usual two, and what holds where it is neither. */
function optionsBeside(held: Become | undefined): { label: string; value: Become }[] {
  const all: Become[] = ['Lead', 'Contact', 'PersonAccount', 'Nobody'];
  return all
    .filter((as) => as === 'Lead' || as === 'Contact' || as === held)
    .map((as) => ({ label: NAMES[as], value: as }));
}

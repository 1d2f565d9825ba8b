import { LightningElement, api } from 'lwc';
import { stories } from 'c/peopleStories';
import { isSame, type Part, type Policy } from 'c/peoplePolicy';
import { labels } from './labels';

interface Told {
  key: string;
  heading: string;
  lines: string[];
  className: string;
}

/** The frame of one part of the settings: what it is for, its fields, and what they make of Anna. */
export default class PeopleSection extends LightningElement {
  @api topic: Part = 'matching';
  @api heading = '';
  @api intro = '';
  @api iconName = '';
  /** What the worker goes by. */
  @api held: Policy | undefined;
  /** The same with what was changed here. */
  @api draft: Policy | undefined;

  labels = labels;

  get isChanged(): boolean {
    return !isSame(this.held?.[this.topic], this.draft?.[this.topic]);
  }

  get told(): Told[] {
    const [now, then] = [this.held, this.draft].map((policy) =>
      policy ? stories[this.topic](policy) : [],
    );
    const isOther = this.isChanged && !isSame(now, then);
    const before = { key: 'now', heading: labels.now, lines: now ?? [], className: 'story' };
    if (!isOther) return [{ ...before, heading: labels.example }];
    const after = { key: 'then', heading: labels.after, lines: then ?? [] };
    return [before, { ...after, className: 'story story_then' }];
  }
}

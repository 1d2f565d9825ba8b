import type { Found } from './finder';
import { listsOf, type Choices, type Lists } from './items';
import { questionsOf, type Question } from './questions';

/** Remembers what was made of what was found: a screen asks for it many times a rendering. */
export class Known {
  private shown: { of: unknown[]; lists: Lists } | undefined;
  private asked: { of: unknown; questions: Question[] } | undefined;

  lists(found: Found, choices: Choices): Lists {
    const of = [found.fields, choices.dismissed, choices.orders];
    if (!this.shown || of.some((part, at) => part !== this.shown?.of[at]))
      this.shown = { of, lists: listsOf(found, choices) };
    return this.shown.lists;
  }

  questions(found: Found): Question[] {
    if (this.asked?.of !== found.fields)
      this.asked = { of: found.fields, questions: questionsOf(found) };
    return this.asked.questions;
  }
}

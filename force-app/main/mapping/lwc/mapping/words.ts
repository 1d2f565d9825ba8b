import type { State, StateWords } from 'c/pageState';
import { labels } from './labels';

/** What is said in place of the screen. */
export function wordsFor(state: State, errors: string[]): StateWords {
  if (state === 'hidden') return { heading: labels.noAccessHeading, text: labels.noAccessText };
  if (state === 'failed') return { heading: labels.errorHeading, text: errors.join(' ') };
  return { heading: labels.emptyHeading, text: labels.emptyText };
}

import { count, dateTime, fill } from 'c/format';
import { TWICE, type Candidate, type DecideJob, type Decision, type Review } from 'c/reviewData';
import { labels } from 'c/reviewLabels';
import { isSilent } from 'c/silence';

const WHY: Record<string, string> = {
  'Several Records Match': labels.whySeveral,
  'Belongs to Another Customer': labels.whyOther,
  'Duplicate Rule Matches': labels.whyDuplicate,
  [TWICE]: labels.whyTwice,
};

export const whyText = ({ reason }: Review): string => WHY[reason] ?? reason;

/** The label for none, for one, or for so many. */
function ofMany(amount: number, none: string, one: string, many: string): string {
  if (amount === 0) return none;
  return amount === 1 ? one : fill(many, count(amount));
}

export const waitsText = ({ waiting }: Review): string =>
  ofMany(waiting, labels.waitsNone, labels.waitsOne, labels.waits);

export interface Question {
  label: string;
  message: string;
}

/** What is asked before a decision: its consequence, and what becomes of the events that wait. */
export function questionOf(decision: Decision, review: Review, chosen?: Candidate): Question {
  const { waiting, reason } = review;
  const goesOn = ofMany(waiting, labels.goesOnNone, labels.goesOnOne, labels.goesOn);
  if (decision === 'Use This Record') {
    const { name = '', object = '' } = chosen ?? {};
    return { label: labels.choose, message: fill(labels.chooseQuestion, name, object, goesOn) };
  }
  if (decision === 'Create New')
    return { label: labels.none, message: fill(labels.noneQuestion, goesOn) };
  if (reason === TWICE) return { label: labels.mergeLeave, message: labels.twiceLeaveQuestion };
  const ignored = ofMany(waiting, labels.goesOnNone, labels.ignoredOne, labels.ignored);
  return { label: labels.leave, message: fill(labels.leaveQuestion, ignored) };
}

/** What was decided, or that the doubt went away; empty while it is open. */
export function endText({ status, decision, reason }: Review, chosen: string): string {
  if (status === 'Withdrawn') return labels.withdrawn;
  if (status !== 'Decided') return '';
  if (decision === 'Use This Record') return fill(labels.decidedUse, chosen || labels.chosen);
  if (decision === 'Create New') return labels.decidedNew;
  return reason === TWICE ? labels.decidedTwice : labels.decidedLeave;
}

export interface Outcome {
  text: string;
  icon: string;
  className: string;
}

const LOOKS = {
  busy: { icon: 'utility:sync', className: 'message slds-theme_info' },
  done: { icon: 'utility:success', className: 'message slds-theme_success' },
  bad: { icon: 'utility:error', className: 'message slds-theme_error' },
};

export const UNDER_WAY = ['Requested', 'Running', 'Paused'];

/** What became of the last request; absent where nothing was asked. */
export function outcomeOf(
  job: Pick<DecideJob, 'status' | 'message'> | undefined,
  heardAt: string,
): Outcome | undefined {
  if (!job) return undefined;
  const { status, message } = job;
  if (status === 'Done') return { ...LOOKS.done, text: fill(labels.done, message) };
  if (status === 'Not Available') return { ...LOOKS.bad, text: labels.notAvailable };
  if (!UNDER_WAY.includes(status)) return { ...LOOKS.bad, text: fill(labels.refused, message) };
  const silent = isSilent(heardAt) ? fill(labels.askedSilent, dateTime(heardAt)) : '';
  return { ...LOOKS.busy, text: silent || labels.asked };
}

export const notKept = (reasons: string[]): Outcome => ({
  ...LOOKS.bad,
  text: fill(labels.notKept, reasons.join(' ')),
});

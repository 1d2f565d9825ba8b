import { LightningElement, api, wire } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { ago, dateTime, fill } from 'c/format';
import { requestJob } from 'c/jobs';
import {
  CANDIDATES,
  freshOf,
  REVIEW,
  reviewPageOf,
  TWICE,
  type Candidate,
  type Decision,
  type Review,
  type ReviewPage,
} from 'c/reviewData';
import { labels } from 'c/reviewLabels';
import { watch } from 'c/signals';
import { endText, notKept, outcomeOf, questionOf, UNDER_WAY, waitsText, whyText } from './words';
import type { Outcome } from './words';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

/** Who a shopper is in Salesforce: what is known of both sides, and the decision. */
export default class MatchReview extends LightningElement {
  @api recordId = '';
  labels = labels;
  reviewQuery = REVIEW;
  candidatesQuery = CANDIDATES;
  answered: ReviewPage | undefined;
  fresh: ReadonlyMap<string, Candidate> | undefined;
  problems: string[] = [];
  /** Set while the candidates could not be asked for. */
  candidateProblems: string[] = [];
  refusal: Outcome | undefined;
  private askedJob = '';
  private refreshReview: () => Promise<void> = () => Promise.resolve();
  private refreshCandidates: () => Promise<void> = () => Promise.resolve();
  private stopWatching: (() => void) | undefined;

  @wire(graphql, { query: '$reviewQuery', variables: '$variables' })
  hearReview({ data, errors, refresh }: Answer): void {
    if (refresh) this.refreshReview = refresh;
    if (!data && !errors) return;
    this.problems = errors ? sentences(errors) : [];
    if (data) this.answered = reviewPageOf(data);
  }

  @wire(graphql, { query: '$candidatesQuery', variables: '$candidateVariables' })
  hearCandidates({ data, errors, refresh }: Answer): void {
    if (refresh) this.refreshCandidates = refresh;
    if (!data && !errors) return;
    this.candidateProblems = errors ? sentences(errors) : [];
    if (data && this.review) this.fresh = freshOf(data, this.review);
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['job', 'issue'], onNews: () => this.askAgain() });
  }

  disconnectedCallback(): void {
    this.stopWatching?.();
  }

  get variables(): { id: string } | undefined {
    return this.recordId ? { id: this.recordId } : undefined;
  }

  get candidateVariables(): { ids: string[] } | undefined {
    const ids = this.review?.candidates.map(({ id }) => id) ?? [];
    return ids.length > 0 ? { ids } : undefined;
  }

  async askAgain(): Promise<void> {
    await Promise.all([this.refreshReview(), this.refreshCandidates()]);
  }

  get review(): Review | undefined {
    return this.answered?.review;
  }

  get state(): string {
    if (this.review) return '';
    if (this.answered) return 'hidden';
    return this.problems.length > 0 ? 'failed' : 'loading';
  }

  get stateWords(): { heading: string; text: string } {
    return this.answered
      ? { heading: labels.gone, text: labels.goneText }
      : { heading: labels.failed, text: this.problems.join(' ') };
  }

  get partialText(): string {
    const problems = [...this.problems, ...this.candidateProblems];
    return problems.length > 0 ? fill(labels.partial, problems.join(' ')) : '';
  }

  get statusLook(): { text: string; icon: string; variant: string } {
    const { status } = this.review ?? {};
    if (status === 'Decided')
      return { text: labels.statusDecided, icon: 'utility:success', variant: 'success' };
    if (status === 'Withdrawn')
      return { text: labels.statusWithdrawn, icon: 'utility:ban', variant: '' };
    return { text: labels.statusOpen, icon: 'utility:question', variant: 'warning' };
  }

  get whyText(): string {
    return this.isOpen && this.review ? whyText(this.review) : '';
  }

  get waitsText(): string {
    return this.isOpen && !this.isTwice && this.review ? waitsText(this.review) : '';
  }

  get aboutText(): string {
    const { shop, openedAt } = this.review ?? { shop: '', openedAt: '' };
    const opened = openedAt && fill(labels.opened, ago(openedAt));
    return [shop && fill(labels.shop, shop), opened].filter(Boolean).join(' · ');
  }

  get endText(): string {
    const { chosenId = '' } = this.review ?? {};
    return this.review ? endText(this.review, this.candidate(chosenId)?.name ?? '') : '';
  }

  get decidedText(): string {
    const { decidedAt, status } = this.review ?? {};
    return decidedAt && status === 'Decided' ? fill(labels.decidedAt, dateTime(decidedAt)) : '';
  }

  get outcome(): Outcome | undefined {
    if (this.refusal) return this.refusal;
    const { job, heardAt = '' } = this.answered ?? {};
    const isAwaited = this.askedJob !== '' && job?.id !== this.askedJob;
    if (isAwaited) return outcomeOf({ status: 'Requested', message: '' }, heardAt);
    // What was done long ago is told by the review itself.
    const isOld = job?.status === 'Done' && job.id !== this.askedJob;
    return isOld || this.review?.status === 'Withdrawn' ? undefined : outcomeOf(job, heardAt);
  }

  get isOpen(): boolean {
    return this.review?.status === 'Open';
  }

  get isTwice(): boolean {
    return this.review?.reason === TWICE;
  }

  get isReadOnly(): boolean {
    return this.isOpen && this.answered?.mayAsk === false;
  }

  private get isBusy(): boolean {
    const { job } = this.answered ?? {};
    if (this.askedJob !== '' && job?.id !== this.askedJob) return true;
    return UNDER_WAY.includes(job?.status ?? '');
  }

  /** What was left can be decided anew; all other decisions are for good. */
  get mayDecide(): boolean {
    const { status, decision } = this.review ?? {};
    const isOpen = status === 'Open' || (status === 'Decided' && decision === 'Leave');
    return isOpen && this.answered?.mayAsk === true && !this.isBusy;
  }

  get mayChoose(): boolean {
    const isKnown = this.fresh !== undefined || this.candidateProblems.length > 0;
    return this.mayDecide && !this.isTwice && isKnown;
  }

  get mayMakeNew(): boolean {
    return this.mayDecide && !this.isTwice;
  }

  get mayLeave(): boolean {
    return this.mayDecide && this.isOpen && !this.isTwice;
  }

  get mayLeaveTwo(): boolean {
    return this.mayDecide && this.isOpen;
  }

  get explainsMerging(): boolean {
    return this.isTwice && this.isOpen;
  }

  get hasNoCandidates(): boolean {
    return this.fresh?.size === 0 && this.isOpen;
  }

  private candidate(id: string): Candidate | undefined {
    return this.fresh?.get(id) ?? this.review?.candidates.find((one) => one.id === id);
  }

  handleChoose({ detail }: CustomEvent<string>): void {
    void this.decide('Use This Record', this.candidate(detail));
  }

  handleNew(): void {
    void this.decide('Create New');
  }

  handleLeave(): void {
    void this.decide('Leave');
  }

  private async decide(decision: Decision, chosen?: Candidate): Promise<void> {
    const { review } = this;
    if (!review) return;
    const isSure = await LightningConfirm.open(questionOf(decision, review, chosen));
    if (!isSure) return;
    this.refusal = undefined;
    const input = { review: review.key, decision, ...(chosen && { chosenId: chosen.id }) };
    try {
      this.askedJob = await requestJob({ type: 'Decide Match', input });
    } catch (error) {
      this.refusal = notKept(sentences(error));
    }
    // The button that was pressed goes away: reading goes on where the outcome is told.
    this.template?.querySelector<HTMLElement>('[data-id="heading"]')?.focus();
    if (!this.refusal) await this.refreshReview();
  }
}

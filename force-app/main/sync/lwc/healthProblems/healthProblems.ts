import { LightningElement, api } from 'lwc';
import type { AskedJob, Problem, Shop } from 'c/healthData';
import { labels } from 'c/healthLabels';
import { jobText } from 'c/healthJobs';
import { wordsFor, type Action } from './words';

interface Shown {
  key: string;
  what: string;
  next: string;
  tab: string;
  object: string;
  path: string;
  openLabel: string;
  ask: string;
  askLabel: string;
  isAsked: boolean;
  shopId: string;
  jobText: string;
}

/** What is wrong now, the worst first, each with what to do and one thing to press. */
export default class HealthProblems extends LightningElement {
  @api problems: Problem[] = [];
  @api shops: Shop[] = [];
  @api jobs: AskedJob[] = [];
  @api silent = false;
  @api mayAsk = false;
  labels = labels;

  get shown(): Shown[] {
    return this.problems.map((problem) => {
      const { what, next, action } = wordsFor(problem);
      const shopId = this.shops.find(({ name }) => name === problem.about)?.id ?? '';
      return {
        ...{ key: `${problem.code} ${problem.about}`, what, next, shopId },
        ...this.actionOf(action, shopId),
      };
    });
  }

  private actionOf(action: Action | undefined, shopId: string) {
    const job = this.jobs.find(
      (one) => one.type === action?.ask && (one.shopId === shopId || !one.shopId),
    );
    const mayAsk = this.mayAsk && Boolean(action?.ask);
    return {
      tab: action?.tab ?? '',
      object: action?.object ?? '',
      path: action?.path ?? '',
      openLabel: action && !action.ask ? action.label : '',
      ask: action?.ask ?? '',
      askLabel: mayAsk ? (action?.label ?? '') : '',
      isAsked: job?.status === 'Requested' || job?.status === 'Running',
      jobText: jobText(job, this.silent),
    };
  }

  get isFine(): boolean {
    return this.problems.length === 0;
  }

  get fineText(): string {
    return this.silent ? labels.nothingKnown : labels.nothingWrong;
  }

  get fineIcon(): string {
    return this.silent ? 'utility:clock' : 'utility:success';
  }

  get fineVariant(): string {
    return this.silent ? '' : 'success';
  }

  /** A button of a job that is under way stays as it is, or the focus would be lost. */
  handleAsk(event: Event): void {
    const { ask, shop, busy } = (event.target as HTMLElement).dataset;
    if (busy === 'true') return;
    const detail = { type: ask, shopId: shop ?? '' };
    this.dispatchEvent(new CustomEvent('ask', { bubbles: true, detail }));
  }
}

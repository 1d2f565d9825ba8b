import { LightningElement, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { count, dateTime, fill } from 'c/format';
import {
  ask,
  ignoreIssue,
  messageOf,
  retryCause,
  retryIssue,
  type Asked,
  type Correction,
  type Message,
} from 'c/issueCommands';
import { issuesOf, issuesQuery, START, type Filter, type Issues as Facts } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { causeText } from 'c/issueWords';
import { watch } from 'c/signals';
import { isSilent } from 'c/silence';
import { askRetryAll } from './askRetryAll';

interface Answer {
  data?: unknown;
  errors?: unknown[];
  refresh?: () => Promise<void>;
}

interface Refreshed {
  refresh(): Promise<void>;
}

interface About {
  key: string;
  name: string;
}

const PAGE = 25;
/** A query answers no more; who has so many narrows the filters. */
const MOST = 2000;
const CLOCK_MS = 30_000;

/** The page Issues: asks, keeps the last answer, and hands on what the user decides. */
export default class Issues extends LightningElement {
  labels = labels;
  filter: Filter = START;
  query = issuesQuery(START, PAGE);
  /** The issue that is shown in place of the list. */
  opened: { id: string; key: string } | undefined;
  facts?: Facts;
  problems: string[] = [];
  asked: Asked[] = [];
  now = new Date();
  private first = PAGE;
  private refreshList: () => Promise<void> = () => Promise.resolve();
  private stopWatching = (): void => undefined;
  private clock?: ReturnType<typeof setInterval>;
  /** Where the focus goes once the list is back. */
  private focusNext?: string;

  @wire(graphql, { query: '$query' })
  wiredList({ data, errors, refresh }: Answer): void {
    if (refresh) this.refreshList = refresh;
    if (!data && !errors) return;
    this.problems = errors ? sentences(errors) : [];
    if (data) this.facts = issuesOf(data);
    this.now = new Date();
  }

  connectedCallback(): void {
    this.stopWatching = watch({ kinds: ['issue', 'job'], onNews: () => this.askAgain() });
    this.clock = setInterval(() => (this.now = new Date()), CLOCK_MS);
  }

  disconnectedCallback(): void {
    this.stopWatching();
    clearInterval(this.clock);
  }

  renderedCallback(): void {
    if (this.focusNext === undefined || !this.list) return;
    if (!this.list.focusIssue(this.focusNext)) this.list.focusHeading();
    this.focusNext = undefined;
  }

  async askAgain(): Promise<void> {
    const issue = this.template?.querySelector<HTMLElement & Refreshed>('c-opened-issue');
    await Promise.all([this.refreshList(), issue?.refresh()]);
    this.now = new Date();
  }

  get isLoading(): boolean {
    return !this.facts && this.problems.length === 0;
  }

  get hasFailed(): boolean {
    return !this.facts && this.problems.length > 0;
  }

  get problemText(): string {
    return this.problems.join(' ');
  }

  get partialText(): string {
    return this.facts && this.problems.length > 0 ? fill(labels.partial, this.problemText) : '';
  }

  get mayNotRead(): boolean {
    return this.facts?.mayRead === false;
  }

  get isEmpty(): boolean {
    return this.facts?.mayRead === true && this.facts.any === 0;
  }

  get isFilled(): boolean {
    return this.facts?.mayRead === true && this.facts.any > 0;
  }

  get isListShown(): boolean {
    return !this.opened && (this.facts?.total ?? 0) > 0;
  }

  get isNothingFound(): boolean {
    return !this.opened && this.facts?.total === 0;
  }

  get openText(): string {
    const open = this.facts?.open.reduce((sum, group) => sum + group.count, 0);
    return open === undefined ? '' : fill(labels.openCount, count(open));
  }

  get openOfCause(): number {
    const { cause } = this.filter;
    return (cause && this.facts?.open.find((group) => group.cause === cause)?.count) || 0;
  }

  get silentText(): string {
    const heardAt = this.facts?.workerHeardAt;
    return heardAt && isSilent(heardAt, this.now) ? fill(labels.silent, dateTime(heardAt)) : '';
  }

  get messages(): Message[] {
    return this.asked.map((asked) => messageOf(asked, this.facts?.jobs ?? []));
  }

  get list(): { focusHeading(): void; focusIssue(id: string): boolean } | null {
    return this.template?.querySelector('c-issue-list') as never;
  }

  handleFilter(event: CustomEvent<Partial<Filter>>): void {
    this.choose({ ...this.filter, ...event.detail });
  }

  handleClear(): void {
    this.choose(START);
  }

  handleMore(): void {
    this.first = Math.min(this.first + PAGE, MOST);
    this.query = issuesQuery(this.filter, this.first);
  }

  private choose(filter: Filter): void {
    this.filter = filter;
    this.first = PAGE;
    this.query = issuesQuery(filter, PAGE);
    this.opened = undefined;
  }

  handleOpen(event: CustomEvent<{ id: string }>): void {
    const { id } = event.detail;
    const issue = this.facts?.listed.find((one) => one.id === id);
    this.opened = { id, key: issue?.key ?? '' };
  }

  handleBack(): void {
    this.focusNext = this.opened?.id ?? '';
    this.opened = undefined;
  }

  handleFault({ detail }: CustomEvent<string[]>): void {
    this.problems = detail;
  }

  async handleRetry(event: CustomEvent<About & { corrections?: Correction[] }>): Promise<void> {
    const { key, name, corrections } = event.detail;
    await this.ask(name, false, () => retryIssue(key, corrections));
  }

  async handleIgnore(event: CustomEvent<About & { reason: string }>): Promise<void> {
    const { key, name, reason } = event.detail;
    await this.ask(name, true, () => ignoreIssue(key, reason));
  }

  async handleRetryAll(): Promise<void> {
    const { cause } = this.filter;
    const about = causeText(cause);
    if (!(await askRetryAll(about, this.openOfCause))) return;
    await this.ask(about, false, () => retryCause(cause));
  }

  private async ask(about: string, isIgnore: boolean, send: () => Promise<string>): Promise<void> {
    const asked = await ask(about, isIgnore, send);
    this.asked = [asked, ...this.asked.filter((other) => other.about !== about)];
    if (!asked.refusal) await this.askAgain();
  }

  handleClose(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.asked = this.asked.filter((asked) => asked.id !== id);
  }
}

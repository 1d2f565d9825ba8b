import { LightningElement, api, wire } from 'lwc';
import { graphql } from 'lightning/graphql';
import { sentences } from 'c/errors';
import { fill } from 'c/format';
import type { Choice } from 'c/mappingView';
import { idOf, nodesOf, textOf } from 'c/query';
import { labels } from './labels';
import { CAMPAIGNS, QUEUES, USERS } from './queries';

interface Answer {
  /** Null where the user does not see the object. */
  data?: { uiapi: { query: { found?: unknown; chosen?: unknown } } | null };
  errors?: unknown[];
}
interface Variables {
  text: string;
  chosen: string | null;
}
type Source = 'users' | 'queues' | 'campaigns';

const ANYTHING = '%';
const TYPING_MS = 250;
const IDS = {
  owner: /^(005|00G)[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/,
  campaign: /^701\w{12}(\w{3})?$/,
};

/** Finds an owner or a campaign by name. Says `pick` with its id; empty when it was taken away. */
export default class PeopleLookup extends LightningElement {
  @api kind: 'owner' | 'campaign' = 'owner';
  @api label = '';
  @api placeholder = '';
  @api value: string | null = null;
  @api withQueues = false;
  @api disabled = false;

  text = ANYTHING;
  found: Partial<Record<Source, Choice[]>> = {};
  failures: Partial<Record<Source, string>> = {};
  private typing: ReturnType<typeof setTimeout> | undefined;

  @wire(graphql, { query: USERS, variables: '$userVariables' })
  hearUsers(answer: Answer): void {
    this.take('users', answer);
  }

  @wire(graphql, { query: QUEUES, variables: '$queueVariables' })
  hearQueues(answer: Answer): void {
    this.take('queues', answer);
  }

  @wire(graphql, { query: CAMPAIGNS, variables: '$campaignVariables' })
  hearCampaigns(answer: Answer): void {
    this.take('campaigns', answer);
  }

  disconnectedCallback(): void {
    clearTimeout(this.typing);
  }

  get userVariables(): Variables | undefined {
    return this.kind === 'owner' ? this.variablesFor('005') : undefined;
  }

  get queueVariables(): Variables | undefined {
    return this.kind === 'owner' && this.withQueues ? this.variablesFor('00G') : undefined;
  }

  get campaignVariables(): Variables | undefined {
    return this.kind === 'campaign' ? this.variablesFor('701') : undefined;
  }

  get choices(): Choice[] {
    const { users = [], queues = [], campaigns = [] } = this.found;
    if (this.kind === 'campaign') return campaigns;
    return this.withQueues ? [...users, ...queues] : users;
  }

  get shown(): string {
    return this.value ?? '';
  }

  get mayClear(): boolean {
    return this.shown !== '' && !this.disabled;
  }

  get clearLabel(): string {
    return fill(labels.clear, this.label);
  }

  get failureText(): string {
    const [failure] = Object.values(this.failures).filter(Boolean);
    return failure && !this.disabled ? fill(labels.failed, failure) : '';
  }

  /** Where names cannot be searched, an id is still taken. */
  get free(): (text: string) => Choice | undefined {
    return (text) => {
      const id = text.trim();
      return IDS[this.kind].test(id) ? choiceOf(id, id, '', labels.pasted) : undefined;
    };
  }

  search({ detail }: CustomEvent<{ text: string }>): void {
    const words = detail.text.split(/[\s%]+/).filter(Boolean);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.text = [ANYTHING, ...words.flatMap((word) => [word, ANYTHING])].join('');
    }, TYPING_MS);
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    this.pick(detail.value);
  }

  clear(): void {
    this.template?.querySelector<HTMLElement>('c-mapping-lookup')?.focus();
    this.pick('');
  }

  private pick(value: string): void {
    this.dispatchEvent(new CustomEvent('pick', { detail: { value } }));
  }

  /** Who only looks needs no more than the name of what is chosen. */
  private variablesFor(prefix: string): Variables | undefined {
    if (this.disabled && !this.value?.startsWith(prefix)) return undefined;
    return { text: this.text, chosen: this.value?.startsWith(prefix) ? this.value : null };
  }

  private take(source: Source, { data, errors }: Answer): void {
    if (!data && !errors) return;
    const failure = errors ? sentences(errors).join(' ') : '';
    this.failures = { ...this.failures, [source]: failure };
    const { found, chosen } = data?.uiapi?.query ?? {};
    const byId = new Map(
      [...nodesOf(found), ...nodesOf(chosen)].map((node) => [
        idOf(node),
        choiceOf(idOf(node), textOf(node, 'Name'), labels[source], ''),
      ]),
    );
    this.found = { ...this.found, [source]: [...byId.values()] };
  }
}

function choiceOf(value: string, label: string, group: string, detail: string): Choice {
  return { value, label, group, detail, meta: '' };
}

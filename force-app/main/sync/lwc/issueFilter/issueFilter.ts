import { LightningElement, api } from 'lwc';
import type { Filter } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { FIXER_OPTIONS, STATUS_OPTIONS } from 'c/issueWords';

/** Typing is over when nothing was typed for so long. */
const TYPED_MS = 300;

/** Says `filter` with what changed. */
export default class IssueFilter extends LightningElement {
  @api filter?: Filter;
  @api shops: { id: string; name: string }[] = [];
  labels = labels;
  statusOptions = STATUS_OPTIONS;
  fixerOptions = FIXER_OPTIONS;
  private typing?: ReturnType<typeof setTimeout>;

  disconnectedCallback(): void {
    clearTimeout(this.typing);
  }

  get shopOptions(): { label: string; value: string }[] {
    const options = this.shops.map(({ id, name }) => ({ label: name, value: id }));
    return [{ label: labels.every, value: '' }, ...options];
  }

  handleChoice(event: CustomEvent<{ value: string }>): void {
    const { name } = event.target as unknown as { name: keyof Filter };
    this.tell({ [name]: event.detail.value });
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.tell({ text: value }), TYPED_MS);
  }

  private tell(detail: Partial<Filter>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail }));
  }
}

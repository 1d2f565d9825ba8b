import { LightningElement, api } from 'lwc';
import { labels } from 'c/mappingFieldsLabels';
import type { Choice } from 'c/mappingView';
import { matching, noteOf, optionViews, type OptionView } from './options';

/**
 * A combobox with a search. Says `choose` with the value that was chosen. `free` makes a choice of
 * what was typed and is not in the list. Says `search` with what is typed, for choices from afar.
 */
export default class MappingLookup extends LightningElement {
  @api label = '';
  @api placeholder = '';
  @api choices: Choice[] = [];
  @api value = '';
  @api required = false;
  @api disabled = false;
  @api labelHidden = false;
  @api iconName = 'utility:search';
  @api free?: (text: string) => Choice | undefined;
  labels = labels;
  isOpen = false;
  /** What is typed; undefined while the field shows what is chosen. */
  typed: string | undefined;
  active = -1;

  @api focus(): void {
    this.template?.querySelector('input')?.focus();
  }

  renderedCallback(): void {
    if (this.isOpen)
      this.template?.querySelector('.active')?.scrollIntoView?.({ block: 'nearest' });
  }

  get labelClass(): string {
    return this.labelHidden ? 'slds-assistive-text' : 'slds-form-element__label';
  }

  get comboboxClass(): string {
    const open = this.isOpen ? ' slds-is-open' : '';
    return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${open}`;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get ariaRequired(): string {
    return String(this.required);
  }

  get listId(): string | null {
    return this.isOpen ? 'list' : null;
  }

  get activeId(): string | null {
    return this.options[this.active]?.key ?? null;
  }

  get shownText(): string {
    return this.typed ?? this.chosenLabel;
  }

  get chosenLabel(): string {
    const chosen = this.choices.find(({ value }) => value === this.value);
    return chosen?.label ?? this.value;
  }

  get matches(): Choice[] {
    return matching(this.choices, this.typed ?? '', this.free);
  }

  get options(): OptionView[] {
    return this.isOpen ? optionViews(this.matches, this.value, this.active) : [];
  }

  get note(): string {
    return noteOf(this.matches.length);
  }

  /** How many there are is heard, not seen. */
  get spoken(): string {
    return this.isOpen && this.typed !== undefined ? `${this.label}: ${this.matches.length}` : '';
  }

  handleFocus(event: Event): void {
    (event.currentTarget as HTMLInputElement).select();
  }

  handleOpen(): void {
    if (!this.isOpen) this.open();
  }

  handleBlur(): void {
    this.close();
  }

  handleInput(event: Event): void {
    event.stopPropagation();
    this.typed = (event.currentTarget as HTMLInputElement).value;
    this.isOpen = true;
    this.active = this.typed.trim() === '' ? -1 : 0;
    this.dispatchEvent(new CustomEvent('search', { detail: { text: this.typed } }));
  }

  handleKey(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () =>
        this.isOpen ? this.move(this.active >= last ? 0 : this.active + 1) : this.open(),
      ArrowUp: () =>
        this.isOpen ? this.move(this.active <= 0 ? last : this.active - 1) : this.open(),
      Enter: () => (this.isOpen && this.active >= 0 ? this.take(this.active) : this.open()),
      Escape: () => this.close(),
    };
    const move = moves[event.key];
    if (!move || (event.key === 'Escape' && !this.isOpen)) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  /** The field would lose the focus, and the list be gone, before the click arrives. */
  handlePress(event: Event): void {
    event.preventDefault();
  }

  handleClick(event: Event): void {
    this.take(Number((event.currentTarget as HTMLElement).dataset.at));
  }

  private open(): void {
    this.isOpen = true;
    this.active = this.matches.findIndex(({ value }) => value === this.value);
  }

  private move(to: number): void {
    this.active = to;
  }

  private take(at: number): void {
    const chosen = this.options[at];
    this.close();
    if (chosen) this.dispatchEvent(new CustomEvent('choose', { detail: { value: chosen.value } }));
  }

  private close(): void {
    this.isOpen = false;
    this.typed = undefined;
    this.active = -1;
  }
}

import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import { labels } from './labels';

export interface KeyText {
  key: string;
  label: string;
  help: string;
}

type Step = 'up' | 'down' | 'remove' | 'add';

/** Keys that are asked one after the other. Says `reorder` with the keys in their new order. */
export default class PeopleKeys extends LightningElement {
  @api heading = '';
  /** All there are; `keys` names those that are asked, in their order. */
  @api texts: KeyText[] = [];
  @api keys: string[] = [];
  /** What always comes first and cannot be moved. */
  @api first: KeyText | undefined;
  @api least = 0;
  @api readOnly = false;

  labels = labels;
  spoken = '';
  private focused: { key: string; step: Step } | undefined;

  /** Elements that change places lose the focus, and people at the keyboard theirs. */
  renderedCallback(): void {
    if (!this.focused) return;
    const { key, step } = this.focused;
    this.focused = undefined;
    const buttons = [
      ...(this.template?.querySelectorAll<HTMLButtonElement>(`[data-key="${key}"]`) ?? []),
    ].filter(({ disabled }) => !disabled);
    (buttons.find(({ dataset }) => dataset.step === step) ?? buttons[0])?.focus();
  }

  get offset(): number {
    return this.first ? 1 : 0;
  }

  get rows() {
    const last = this.keys.length - 1;
    return this.keys.map((key, at) => {
      const { label, help } = this.textOf(key);
      return {
        ...{ key, label, help, number: count(at + 1 + this.offset) },
        buttons: [
          button('up', fill(labels.up, label), 'arrowup', at === 0),
          button('down', fill(labels.down, label), 'arrowdown', at === last),
          button('remove', fill(labels.remove, label), 'close', this.keys.length <= this.least),
        ],
      };
    });
  }

  get unused() {
    return this.texts
      .filter(({ key }) => !this.keys.includes(key))
      .map(({ key, label }) => ({ key, label: fill(labels.add, label) }));
  }

  get mayAdd(): boolean {
    return !this.readOnly && this.unused.length > 0;
  }

  get isNone(): boolean {
    return !this.first && this.keys.length === 0;
  }

  get firstNumber(): string {
    return count(1);
  }

  take({ currentTarget }: Event): void {
    const { key = '', step } = (currentTarget as HTMLElement).dataset as {
      key?: string;
      step: Step;
    };
    const at = this.keys.indexOf(key);
    const without = this.keys.filter((one) => one !== key);
    const place = { up: at - 1, down: at + 1, add: this.keys.length, remove: -1 }[step];
    const keys = step === 'remove' ? without : without.toSpliced(place, 0, key);
    this.say(step, key, place);
    this.focused = step === 'add' ? { key, step: 'up' } : { key, step };
    if (step === 'remove') this.focused = { key, step: 'add' };
    this.dispatchEvent(new CustomEvent('reorder', { detail: { keys } }));
  }

  private say(step: Step, key: string, place: number): void {
    const said = {
      up: labels.moved,
      down: labels.moved,
      add: labels.added,
      remove: labels.removed,
    };
    this.spoken = fill(said[step], this.textOf(key).label, count(place + 1 + this.offset));
  }

  private textOf(key: string): KeyText {
    return this.texts.find((text) => text.key === key) ?? { key, label: key, help: '' };
  }
}

function button(step: Step, label: string, icon: string, disabled: boolean) {
  return { step, label, icon: `utility:${icon}`, disabled };
}

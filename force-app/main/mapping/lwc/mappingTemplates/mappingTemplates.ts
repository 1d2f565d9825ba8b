import { LightningElement, api } from 'lwc';
import { fill } from 'c/format';
import type { Mapping, Template, TemplateChange } from 'c/mappingEngine';
import {
  beginMapping,
  formerEdition,
  takeEdition,
  templateChanges,
  templateOf,
  TEMPLATES,
} from 'c/mappingEngine';
import { labels } from './labels';

interface Offered {
  key: string;
  text: string;
  isConflict: boolean;
  isChosen: boolean;
}

/** Ready mappings. Says `change` with `{ mapping, what }`; nothing is taken by itself. */
export default class MappingTemplates extends LightningElement {
  @api mapping: Mapping | undefined;
  @api shopKey = '';
  @api readOnly = false;
  labels = labels;
  /** Empty: the one the mapping began with. */
  wanted = '';
  /** Positions among the changes. */
  chosen: readonly number[] = [];

  get choices(): { label: string; value: string }[] {
    return TEMPLATES.map(({ name, label }) => ({ label, value: name }));
  }

  get templateName(): string {
    return this.chosenTemplate?.name ?? '';
  }

  get chosenTemplate(): Template | undefined {
    return templateOf(this.wanted || (this.mapping?.template?.name ?? '')) ?? TEMPLATES[0];
  }

  get changes(): TemplateChange[] {
    const { mapping, chosenTemplate } = this;
    if (!mapping || !chosenTemplate) return [];
    const { name, edition } = mapping.template ?? { name: '', edition: 0 };
    // Of the same edition whatever the draft lacks is offered, also what the admin took out.
    const isOlder = name === chosenTemplate.name && edition < chosenTemplate.edition;
    const old = isOlder ? formerEdition(mapping) : undefined;
    return templateChanges(old, chosenTemplate.mapping, mapping);
  }

  get offered(): Offered[] {
    return this.changes.map(({ target, what, state }, at) => ({
      key: String(at),
      text: `${target}: ${what}`,
      isConflict: state === 'conflict',
      isChosen: this.chosen.includes(at),
    }));
  }

  get isAlike(): boolean {
    return this.changes.length === 0;
  }

  get mayTake(): boolean {
    return !this.readOnly && !this.isAlike;
  }

  get cannotTake(): boolean {
    return this.chosen.length === 0;
  }

  get beginText(): string {
    return fill(labels.begin, this.chosenTemplate?.label ?? '');
  }

  choose({ detail }: CustomEvent<{ value: string }>): void {
    this.wanted = detail.value;
    this.chosen = [];
  }

  toggle({ target, currentTarget }: Event): void {
    const at = Number((currentTarget as HTMLElement).dataset.at);
    const others = this.chosen.filter((one) => one !== at);
    this.chosen = (target as HTMLInputElement).checked
      ? [...others, at].sort((a, b) => a - b)
      : others;
  }

  take(): void {
    const { mapping, chosenTemplate, changes } = this;
    if (!mapping || !chosenTemplate) return;
    const taken = this.chosen.flatMap((at) => changes[at] ?? []);
    this.say(takeEdition(mapping, chosenTemplate.mapping, taken), labels.taken);
    this.chosen = [];
  }

  begin(): void {
    const { mapping, chosenTemplate } = this;
    if (mapping && chosenTemplate)
      this.say(beginMapping(chosenTemplate, mapping.settings), labels.begun);
  }

  private say(mapping: Mapping, what: string): void {
    this.dispatchEvent(new CustomEvent('change', { detail: { mapping, what } }));
  }
}

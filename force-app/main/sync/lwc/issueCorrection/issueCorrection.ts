import { LightningElement, api, wire } from 'lwc';
import { getObjectInfos } from 'lightning/uiObjectInfoApi';
import { named, plain } from 'c/names';
import type { Correction } from 'c/issueCommands';
import type { Issue } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { fieldsToCorrect, type CorrectedField, type ObjectInfo } from './fields';

interface Input extends HTMLElement {
  name: string;
  value?: string;
  focus(): void;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

interface Infos {
  data?: { results: { result: unknown }[] };
}

/** A field for each value that Salesforce refused. Says `correct` with what was typed. */
export default class IssueCorrection extends LightningElement {
  @api issue?: Issue;
  labels = labels;
  infos: ObjectInfo[] = [];
  private wasRefused = false;

  /** Of the objects the issue names; until they have come, fields are called as in the API. */
  get objects(): string[] | undefined {
    const objects = fieldsToCorrect(this.issue, []).map(({ object }) => named(object));
    return objects.length > 0 ? [...new Set(objects)] : undefined;
  }

  @wire(getObjectInfos, { objectApiNames: '$objects' })
  wiredInfos({ data }: Infos): void {
    if (data) this.infos = data.results.map(({ result }) => plain(result) as ObjectInfo);
  }

  get fields(): CorrectedField[] {
    return fieldsToCorrect(this.issue, this.infos);
  }

  private get inputs(): Input[] {
    return [...(this.template?.querySelectorAll<Input>('lightning-input') ?? [])];
  }

  /** A message that went away only with the focus would move the button from under the pointer. */
  handleChange(): void {
    if (!this.wasRefused) return;
    for (const input of this.inputs) {
      input.setCustomValidity('');
      input.reportValidity();
    }
  }

  handleCorrect(): void {
    const { inputs } = this;
    const typed = inputs.filter(({ value }) => (value ?? '').trim() !== '');
    // One of them must be filled; which one is the user's choice.
    for (const input of inputs) {
      input.setCustomValidity(typed.length === 0 ? labels.correctNothing : '');
    }
    const wrong = inputs.filter((input) => !input.reportValidity());
    const [first] = wrong;
    this.wasRefused = wrong.length > 0;
    if (first) {
      first.focus();
      return;
    }
    const corrections = typed.map(({ name, value }): Correction => {
      const [object = '', field = ''] = name.split('.');
      return { object, field, value: (value ?? '').trim() };
    });
    this.dispatchEvent(new CustomEvent('correct', { detail: { corrections } }));
  }
}

import { LightningElement, api } from 'lwc';
import type { SourceKind } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import MappingPaste from 'c/mappingPaste';
import { kindText, type Choice, type Pasted } from 'c/mappingView';

/** Says `sample` with the key of the chosen one, `pasted` with a pasted one, and `load`. */
export default class MappingSamples extends LightningElement {
  @api samples: Choice[] = [];
  @api chosen = '';
  @api kind!: SourceKind;
  /** Whether there are samples of other kinds. */
  @api hasOthers = false;
  /** How a pasted one was taken. */
  @api note = '';
  labels = labels;
  /** What was pasted last: opening the window again loses nothing. */
  private text = '';

  get hasSamples(): boolean {
    return this.samples.length > 0;
  }

  get heading(): string {
    return this.hasOthers ? fill(labels.sampleNoneOfKind, kindText(this.kind)) : labels.sampleNone;
  }

  handleChoose(event: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('sample', { detail: { key: event.detail.value } }));
  }

  async handlePaste(): Promise<void> {
    const { kind, text } = this;
    const answer = (await MappingPaste.open({
      label: labels.pasteHeading,
      size: 'medium',
      ...{ kind, text },
      onkept: (event: CustomEvent<string>) => (this.text = event.detail),
    })) as Pasted | undefined;
    if (answer) this.dispatchEvent(new CustomEvent('pasted', { detail: answer }));
  }

  handleLoad(): void {
    this.dispatchEvent(new CustomEvent('load'));
  }
}

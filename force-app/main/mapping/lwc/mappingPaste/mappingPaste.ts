import { api } from 'lwc';
import type { SourceKind } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import { isSample, readPasted } from 'c/mappingView';
import LightningModal from 'lightning/modal';

/** Closes with a Pasted; with nothing when it was canceled. Says `kept` with what was typed. */
export default class MappingPaste extends LightningModal {
  @api kind!: SourceKind;
  /** What was typed before. */
  @api text = '';
  labels = labels;
  refusal = '';
  private typed: string | undefined;

  handleChange(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
    this.refusal = '';
    this.dispatchEvent(new CustomEvent('kept', { detail: this.typed }));
  }

  handleCancel(): void {
    this.close();
  }

  handleUse(): void {
    const read = readPasted(this.typed ?? this.text, this.kind);
    if (isSample(read)) {
      this.close(read);
      return;
    }
    this.refusal = read.refusal;
    this.template?.querySelector<HTMLElement>('lightning-textarea')?.focus();
  }
}

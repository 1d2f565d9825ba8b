import { LightningElement, api } from 'lwc';
import type { Mapping } from 'c/mappingEngine';
import { labels } from './labels';
import { readImported, type Refused } from './readImported';

interface FileInput extends HTMLInputElement {
  files: FileList;
}

/** A mapping as a file, out and in. Says `change` with `{ mapping, what }`. */
export default class MappingTransfer extends LightningElement {
  @api mapping: Mapping | undefined;
  /** For the name of the file. */
  @api shopKey = '';
  @api readOnly = false;
  labels = labels;
  pasted = '';
  refused: Refused[] = [];
  isTaken = false;

  get mayImport(): boolean {
    return !this.readOnly;
  }

  get hasRefusals(): boolean {
    return this.refused.length > 0;
  }

  save(): void {
    const file = new Blob([`${JSON.stringify(this.mapping, null, 2)}\n`], {
      type: 'application/json',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = ['mapping', this.shopKey].filter(Boolean).join('-') + '.json';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async readFile({ target }: Event): Promise<void> {
    const [file] = (target as FileInput).files;
    if (file) this.take(await file.text());
  }

  paste({ detail }: CustomEvent<{ value: string }>): void {
    this.pasted = detail.value;
    this.isTaken = false;
  }

  takePasted(): void {
    this.take(this.pasted);
  }

  private take(text: string): void {
    const read = readImported(text, this.mapping);
    this.isTaken = 'mapping' in read;
    this.refused = 'mapping' in read ? [] : read.refused;
    if (!('mapping' in read)) return;
    this.pasted = '';
    const detail = { mapping: read.mapping, what: labels.imported };
    this.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
  }
}

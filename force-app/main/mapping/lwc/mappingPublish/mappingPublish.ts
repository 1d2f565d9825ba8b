import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import type { Change, Finding } from 'c/mappingEngine';
import { labels } from './labels';

/** As long as `Mapping_Version__c.Reason__c`. */
const LONGEST = 255;

interface Field extends HTMLElement {
  value?: string;
  setCustomValidity(message: string): void;
  reportValidity(): boolean;
}

/** Closes with the reason; with nothing when it was canceled. */
export default class MappingPublish extends LightningModal {
  @api changes: Change[] = [];
  @api findings: Finding[] = [];
  /** To begin with. */
  @api reason = '';
  labels = labels;
  longest = LONGEST;

  get errors(): Finding[] {
    return this.findings.filter(({ severity }) => severity === 'error');
  }

  get warnings(): Finding[] {
    return this.findings.filter(({ severity }) => severity === 'warning');
  }

  get hasErrors(): boolean {
    return this.errors.length > 0;
  }

  get hasWarnings(): boolean {
    return this.warnings.length > 0;
  }

  get hasChanges(): boolean {
    return this.changes.length > 0;
  }

  get mayPublish(): boolean {
    return this.hasChanges && !this.hasErrors;
  }

  cancel(): void {
    this.close();
  }

  publish(): void {
    const field = this.template?.querySelector('lightning-textarea') as Field;
    const reason = (field.value ?? '').trim();
    field.setCustomValidity(reason ? '' : labels.reasonMissing);
    if (field.reportValidity()) this.close(reason);
    else field.focus();
  }
}

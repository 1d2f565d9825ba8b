import { api } from 'lwc';
import type { ObjectDescribe, SourceKind } from 'c/mappingEngine';
import { isOwnTarget, OWN_TARGETS, SOURCE_KINDS } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { kindText, type Choice } from 'c/mappingView';
import LightningModal from 'lightning/modal';

export interface AddedTarget {
  object: string;
  from: SourceKind;
  /** Absent for the objects that Cartbridge finds itself. */
  key?: string;
}

/** Closes with what was chosen; with nothing when it was canceled. */
export default class MappingAddTarget extends LightningModal {
  @api describes: readonly ObjectDescribe[] = [];
  labels = labels;
  kinds = SOURCE_KINDS.map((value) => ({ value, label: kindText(value) }));
  object = '';
  from: SourceKind | '' = '';
  key = '';
  refusal = '';

  get objects(): Choice[] {
    return this.describes
      .filter(({ createable, updateable }) => createable && updateable)
      .map(({ object, label }) => ({
        ...{ value: object, label, detail: object, meta: '', group: '' },
      }))
      .sort((one, other) => one.label.localeCompare(other.label));
  }

  get isOwn(): boolean {
    const { object, from } = this;
    return from === '' ? Object.hasOwn(OWN_TARGETS, object) : isOwnTarget({ object, from });
  }

  /** Fields by which Salesforce finds a record, where it is not Cartbridge that does. */
  get keys(): { value: string; label: string }[] {
    const fields = this.describes.find(({ object }) => object === this.object)?.fields ?? [];
    return fields
      .filter(({ externalId }) => externalId)
      .map(({ name, label }) => ({ value: name, label: `${label} (${name})` }));
  }

  get hasKeys(): boolean {
    return !this.isOwn && this.keys.length > 0;
  }

  get keylessText(): string {
    if (this.object === '' || this.isOwn || this.keys.length > 0) return '';
    return fill(labels.targetKeyNone, this.object);
  }

  handleObject(event: CustomEvent<{ value: string }>): void {
    this.object = event.detail.value;
    const own = OWN_TARGETS[this.object];
    if (own) this.from = own;
    this.key = this.keys.length === 1 ? (this.keys[0]?.value ?? '') : '';
    this.refusal = '';
  }

  handleKind(event: CustomEvent<{ value: SourceKind }>): void {
    this.from = event.detail.value;
    this.refusal = '';
  }

  handleKey(event: CustomEvent<{ value: string }>): void {
    this.key = event.detail.value;
    this.refusal = '';
  }

  handleCancel(): void {
    this.close();
  }

  handleAdd(): void {
    const { object, from, key, isOwn } = this;
    if (!object || !from || (!isOwn && !key)) this.refusal = labels.targetIncomplete;
    else this.close({ object, from, ...(!isOwn && { key }) } satisfies AddedTarget);
  }
}

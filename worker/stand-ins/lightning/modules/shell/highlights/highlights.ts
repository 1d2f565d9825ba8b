import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import { textOf } from '../../data/object-info.ts';
import { iconOf } from '../../data/icons.ts';
import {
  fieldsToAsk,
  reasonOf,
  shownFields,
  type ObjectInfo,
  type RecordData,
  type Wired,
} from '../../data/object-info.ts';
import { highlightFields } from '../../data/shown-fields.ts';

/** The head of a record page: its name, and the fields of the compact layout. */
export default class Highlights extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) info?: Wired<ObjectInfo>;
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' }) record?: Wired<RecordData>;

  get fields(): string[] | undefined {
    return fieldsToAsk(highlightFields(this.objectApiName), this.info?.data);
  }

  get label(): string {
    return this.info?.data?.label ?? '';
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get error(): string | undefined {
    return this.record?.error && reasonOf(this.record.error);
  }

  get recordName(): string {
    const [name = 'Name'] = highlightFields(this.objectApiName);
    const { value, displayValue } = this.record?.data?.fields[name] ?? {};
    return displayValue ?? textOf(value);
  }

  get facts() {
    const [, ...names] = highlightFields(this.objectApiName);
    return shownFields(names, this.info?.data, this.record?.data).filter(({ info }) => info);
  }
}

import { api, LightningElement, wire } from 'lwc';
import {
  getListInfoByName,
  getListInfosByObjectName,
  getListRecordsByName,
} from 'lightning/uiListsApi';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { iconOf } from '../../data/icons.ts';
import { columnsOf, type ListInfo, type ListRecords } from '../../data/lists.ts';
import { reasonOf, type ObjectInfo, type Wired } from '../../data/object-info.ts';
import { urlOf } from '../../data/page-reference.ts';
import { openUrl } from '../../data/router.ts';

interface ListSummary {
  apiName: string;
  label: string;
}

/** A list view of an object. */
export default class ListPage extends LightningElement {
  @api objectApiName = '';
  /** The list's name; the object's own first one when nobody chose. */
  @api list: string | undefined;
  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) objectInfo?: Wired<ObjectInfo>;
  @wire(getListInfosByObjectName, { objectApiName: '$objectApiName' })
  lists?: Wired<{ lists: ListSummary[] }>;
  @wire(getListInfoByName, { objectApiName: '$objectApiName', listViewApiName: '$chosen' })
  info?: Wired<ListInfo>;
  @wire(getListRecordsByName, {
    objectApiName: '$objectApiName',
    listViewApiName: '$chosen',
    pageSize: 50,
  })
  page?: Wired<ListRecords>;

  get chosen(): string | undefined {
    const names = this.lists?.data?.lists.map(({ apiName }) => apiName) ?? [];
    return this.list ?? names.find((name) => name.startsWith('All')) ?? names[0];
  }

  get columns(): string[] {
    return columnsOf(this.info?.data);
  }

  get label(): string {
    return this.info?.data?.label ?? '';
  }

  get icon(): string {
    return iconOf(this.objectApiName);
  }

  get choices() {
    return (this.lists?.data?.lists ?? []).map(({ apiName, label }) => ({ label, value: apiName }));
  }

  get records() {
    return (this.objectInfo?.data && this.info?.data && this.page?.data?.records) ?? [];
  }

  get isLoaded(): boolean {
    return this.page?.data !== undefined;
  }

  get summary(): string {
    const { records, nextPageToken } = this.page?.data ?? {};
    if (!records) return 'Loading';
    if (records.length === 1) return '1 item';
    return `${records.length}${nextPageToken ? '+' : ''} items`;
  }

  get error(): string | undefined {
    const error = this.info?.error ?? this.page?.error;
    return error && reasonOf(error);
  }

  choose(event: CustomEvent<{ value: string }>): void {
    const attributes = { objectApiName: this.objectApiName, actionName: 'list' };
    const state = { filterName: event.detail.value };
    openUrl(urlOf({ type: 'standard__objectPage', attributes, state }));
    this.list = event.detail.value;
  }
}

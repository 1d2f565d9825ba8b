import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRelatedListInfo, getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { iconOf } from '../../data/icons.ts';
import { columnsOf, type ListInfo, type ListRecords } from '../../data/lists.ts';
import { fieldsToAsk, reasonOf, type ObjectInfo, type Wired } from '../../data/object-info.ts';

/** The children of a record in one relationship. */
export default class RelatedList extends LightningElement {
  @api recordId = '';
  @api parentApiName = '';
  @api childApiName = '';
  @api relatedListId = '';
  @wire(getObjectInfo, { objectApiName: '$childApiName' }) objectInfo?: Wired<ObjectInfo>;
  @wire(getRelatedListInfo, {
    parentObjectApiName: '$parentApiName',
    relatedListId: '$relatedListId',
  })
  listInfo?: Wired<ListInfo>;
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: '$relatedListId',
    optionalFields: '$fields',
    pageSize: 10,
  })
  page?: Wired<ListRecords>;

  get columns(): string[] {
    return columnsOf(this.listInfo?.data);
  }

  /** Nothing is asked for before the columns are known. */
  get fields(): string[] | undefined {
    return this.listInfo?.data && fieldsToAsk(this.columns, this.objectInfo?.data);
  }

  get label(): string {
    return this.listInfo?.data?.label ?? '';
  }

  get heading(): string {
    const { records, nextPageToken } = this.page?.data ?? {};
    return records ? `${this.label} (${records.length}${nextPageToken ? '+' : ''})` : this.label;
  }

  get icon(): string {
    return iconOf(this.childApiName);
  }

  get records() {
    return (this.objectInfo?.data && this.page?.data?.records) ?? [];
  }

  get isLoaded(): boolean {
    return this.page?.data !== undefined;
  }

  get error(): string | undefined {
    const error = this.page?.error ?? this.listInfo?.error;
    return error && reasonOf(error);
  }
}

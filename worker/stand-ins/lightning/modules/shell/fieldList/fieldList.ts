import { api, LightningElement, wire } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { getRecord } from 'lightning/uiRecordApi';
import {
  fieldsToAsk,
  reasonOf,
  shownFields,
  type ObjectInfo,
  type RecordData,
  type Wired,
} from '../../data/object-info.ts';
import type { PageItem } from '../../data/shell-model.ts';

/** Fields of a record in columns; those that the user may not read are left out, as in an org. */
export default class FieldList extends LightningElement {
  @api recordId = '';
  @api objectApiName = '';
  /** Names of fields; or the section of a page whose facets hold them. */
  @api columns: string[][] | undefined;
  @api item: PageItem | undefined;
  @api facets: Record<string, PageItem[]> = {};
  @wire(getObjectInfo, { objectApiName: '$objectApiName' }) info?: Wired<ObjectInfo>;
  @wire(getRecord, { recordId: '$recordId', optionalFields: '$fields' }) record?: Wired<RecordData>;

  get names(): string[][] {
    return (
      this.columns ??
      this.facetOf(this.item, 'columns').map((column) =>
        this.facetOf(column, 'body').map(({ field = '' }) => field.replace(/^Record\./, '')),
      )
    );
  }

  private facetOf(item: PageItem | undefined, property: string): PageItem[] {
    return this.facets[String(item?.properties[property])] ?? [];
  }

  get fields(): string[] | undefined {
    return fieldsToAsk(this.names.flat(), this.info?.data);
  }

  get error(): string | undefined {
    return this.record?.error && reasonOf(this.record.error);
  }

  get shown() {
    const size = this.names.length > 1 ? 'slds-medium-size_1-of-2' : '';
    return this.names.map((names, key) => ({
      key,
      classes: `slds-col slds-size_1-of-1 ${size}`,
      fields: shownFields(names, this.info?.data, this.record?.data).filter(({ info }) => info),
    }));
  }
}

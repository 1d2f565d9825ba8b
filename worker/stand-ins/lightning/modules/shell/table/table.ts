import { api, LightningElement } from 'lwc';
import { shownFields, type ObjectInfo, type RecordData } from '../../data/object-info.ts';

/** Records as rows; the first column leads to the record. */
export default class Table extends LightningElement {
  @api label = '';
  @api columns: string[] = [];
  @api info!: ObjectInfo;
  @api records: RecordData[] = [];

  get headings() {
    return shownFields(this.columns, this.info, undefined);
  }

  get rows() {
    return this.records.map((record) => {
      const [first, ...rest] = shownFields(this.columns, this.info, record);
      return { key: record.id, first, rest };
    });
  }
}

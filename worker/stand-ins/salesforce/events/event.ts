import type { Value } from '../records/row.ts';

export type ChangeType = 'CREATE' | 'UPDATE' | 'DELETE' | 'UNDELETE';

/** What a change event says about the change; lists of fields hold names such as `Name.LastName`. */
export interface ChangeEventHeader {
  entityName: string;
  recordIds: string[];
  /** A change type, `GAP_` and one, or `GAP_OVERFLOW`. */
  changeType: string;
  changeOrigin: string;
  transactionKey: string;
  sequenceNumber: number;
  /** Milliseconds since 1970, in whole seconds. */
  commitTimestamp: number;
  /** A number beyond what a double holds, as text. */
  commitNumber: string;
  commitUser: string;
  nulledFields: string[];
  diffFields: string[];
  changedFields: string[];
}

/** Values as rows keep them; a compound field holds its parts. */
export type EventValues = Record<string, Value | Record<string, Value>>;

/** An event as the bus keeps it, before it is put into anybody's format. */
export interface EventBody {
  uuid: string;
  schemaId: string;
  /** The object that changed, or the platform event. */
  object: string;
  /** Platform events have none. */
  header?: ChangeEventHeader;
  values: EventValues;
}

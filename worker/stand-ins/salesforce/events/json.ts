import { rawNumber } from '../records/json.ts';
import { presentNumber } from '../records/present.ts';
import type { Value } from '../records/row.ts';
import type { AvroField, AvroRecord } from './avro-schema.ts';
import { recordIn } from './bitmap.ts';
import type { EventBody } from './event.ts';

/** An event's message as CometD carries it: values in JSON, and only what there is to tell. */
export function toMessage(schema: AvroRecord, replayId: number, event: EventBody) {
  const values = present(schema, schema, event.values);
  const { header } = event;
  const payload = header
    ? {
        ...values,
        ChangeEventHeader: {
          commitNumber: rawNumber(header.commitNumber),
          commitUser: header.commitUser,
          sequenceNumber: header.sequenceNumber,
          entityName: header.entityName,
          changeType: header.changeType,
          // The lists of nulled fields and of diffs are told by the Pub/Sub API alone.
          changedFields: header.changedFields,
          changeOrigin: header.changeOrigin,
          transactionKey: header.transactionKey,
          commitTimestamp: header.commitTimestamp,
          recordIds: header.recordIds,
        },
      }
    : values;
  return { schema: event.schemaId, payload, event: { replayId, EventUuid: event.uuid } };
}

function present(whole: AvroRecord, record: AvroRecord, values: EventBody['values']) {
  const shown: Record<string, unknown> = {};
  for (const field of record.fields) {
    const value = values[field.name];
    if (value === undefined) continue;
    const inner = typeof value === 'object' && value !== null ? recordIn(whole, field) : undefined;
    shown[field.name] = inner
      ? present(whole, inner, value as EventBody['values'])
      : presentValue(field, value as Value);
  }
  return shown;
}

function presentValue({ type }: AvroField, value: Value): unknown {
  if (typeof value !== 'string') return value;
  const types = [type].flat();
  if (types.includes('double')) return presentNumber(false, value);
  return types.includes('int') ? presentNumber(true, value) : value;
}

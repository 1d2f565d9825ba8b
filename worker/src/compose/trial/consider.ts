import type { CompiledMapping, ObjectDescribe, Unmapped } from '#mapping-engine';
import { rowName, type Row } from '../../deliver/row.ts';
import { findWritten } from '../../deliver/written.ts';
import type { Queryable } from '../../shared/database/pool.ts';
import type { OrgId } from '../../shared/ids.ts';
import type { Present } from './before.ts';
import { fieldChanges } from './field-changes.ts';
import { givenBy, mappedFrom, onCreateFields, unmappedIn } from './mapped-rows.ts';
import { refusalsOf } from './refusals.ts';
import type { SentFields } from './sent.ts';
import type { TrialWrite } from './trial-record.ts';
import type { Tried } from './try-records.ts';

/** What would become of one row. */
export interface Consideration {
  write: TrialWrite;
  unmapped: Unmapped[];
}

/** A row of which only Salesforce's side is not known yet. */
export interface Draft {
  row: Row;
  /** What to ask Salesforce for. */
  fields: string[];
  complete(
    present: Present | undefined,
    describes: ReadonlyMap<string, ObjectDescribe>,
    ids: ReadonlyMap<string, string>,
  ): Consideration;
}

/** @param unit all rows of a record that the row belongs to */
export function consider(compiled: CompiledMapping, row: Row, unit: Row[], { sent }: Tried): Draft {
  const from = mappedFrom(compiled, unit).get(row);
  const onCreate = from ? onCreateFields(compiled, from) : [];
  const written = sent.of(row);
  const lookups = Object.keys({ ...row.createReferences, ...row.references });
  const said = Object.keys({ ...row.createFields, ...row.fields, ...written });
  return {
    row,
    fields: [...new Set([...said, ...lookups, ...onCreate])],
    complete(present, describes, ids) {
      const describe = describes.get(row.object);
      const isNew = present === undefined;
      const fields = fieldChanges({
        ...{ row, present, describe, onCreate },
        sent: written && withIds(row, written, ids),
        givenBy: from ? givenBy(compiled, from, isNew) : new Map(),
      });
      const name = typeof present?.Name === 'string' ? present.Name : undefined;
      const write: TrialWrite = {
        object: row.object,
        action: written ? (isNew ? 'create' : 'update') : 'nothing',
        ...(present && { id: present.Id }),
        ...(name !== undefined && { name }),
        fields,
        refusals: written ? refusalsOf(row.object, describe, written, isNew, sameIn(fields)) : [],
      };
      return { write, unmapped: from ? unmappedIn(compiled, from, isNew) : [] };
    },
  };
}

function sameIn(fields: TrialWrite['fields']): Set<string> {
  return new Set(fields.flatMap(({ field, change }) => (change === 'same' ? field : [])));
}

/** A lookup by external id, as the id that Salesforce will show, where the record is there. */
function withIds(row: Row, sent: SentFields, ids: ReadonlyMap<string, string>): SentFields {
  const references = { ...row.createReferences, ...row.references };
  return Object.fromEntries(
    Object.entries(sent).map(([field, value]) => {
      const reference = references[field];
      return [field, (reference && ids.get(reference.name)) ?? value];
    }),
  );
}

/** Salesforce's id of each record that rows are about or refer to, by the name of the reference. */
export async function knownIds(
  db: Queryable,
  org: OrgId,
  rows: Row[],
  present: ReadonlyMap<Row, Present>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  // A person is referred to by their key alone, whether they are a Lead or a Contact.
  for (const [row, { Id }] of present) ids.set(rowName(row), Id).set(row.key, Id);
  const others = rows
    .flatMap((row) => Object.values({ ...row.createReferences, ...row.references }))
    .flatMap(({ name, by }) =>
      'object' in by && !ids.has(name) ? { object: by.object, key: by.value } : [],
    );
  const written = await findWritten(db, org, others);
  for (const [name, { salesforceId }] of written) ids.set(name, salesforceId);
  return ids;
}

import type { Database } from '../records/database.ts';
import type { Row } from '../records/row.ts';
import type { Schema } from '../schema/model.ts';

const CONVERTED = 'Closed - Converted';
const DEFAULT = 'Open - Not Contacted';

/** Makes one LeadStatus record for each choice of Lead.Status, unless there are some. */
export function seedLeadStatuses(
  schema: Schema,
  database: Database,
  stamps: Omit<Row, 'Id'>,
): void {
  const object = schema.object('LeadStatus');
  const lead = schema.object('Lead');
  const choices = (lead && schema.field(lead, 'Status')?.picklist) ?? [];
  if (!object || database.table(object).all().length > 0) return;
  for (const [place, label] of choices.entries()) {
    database.put(object, {
      ...stamps,
      IsDeleted: false,
      MasterLabel: label,
      ApiName: label,
      SortOrder: String(place + 1),
      IsDefault: label === DEFAULT,
      IsConverted: label === CONVERTED,
      Id: database.newId(object),
    });
  }
}

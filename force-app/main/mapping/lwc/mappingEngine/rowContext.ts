import type { FieldDescribe, ObjectDescribe } from './describe.ts';
import type { Report } from './findings.ts';
import type { MappingSettings, Row, Target } from './model.ts';
import type { SourceTypes } from './sourceTypes.ts';

/** What the checks of one row look at. */
export interface RowContext {
  settings: MappingSettings;
  target: Target;
  row: Row;
  /** How the row is called in a sentence. */
  name: string;
  sources: SourceTypes;
  /** Absent while nobody has asked the org. */
  describe?: ObjectDescribe | undefined;
  field?: FieldDescribe | undefined;
  report: Report;
}

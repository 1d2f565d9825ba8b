import type { Org } from '../org.ts';
import type { JsonObject } from '../records/json.ts';
import type { Call } from '../rest/call.ts';

/** A call of the Tooling API: its `org` has the objects of that API, `base` those of the org itself. */
export interface ToolingCall extends Call {
  base: Org;
  /** The fields of a record to be made or changed, objects among them as the text of their JSON. */
  fields: JsonObject;
}

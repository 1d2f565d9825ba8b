import type { EngagementNote } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';

const SHORT: Readonly<Record<string, string>> = {
  synced: labels.engagementSynced,
  lookup: labels.engagementLookup,
  refilled: labels.engagementRefilled,
  email: labels.engagementEmail,
  opt_out: labels.engagementOptOut,
  once: labels.engagementOnce,
  if_blank: labels.engagementIfBlank,
};

/** A note in as few words as a cell has room for; a note nobody shortened as it is. */
export function engagementText(note: EngagementNote | null): string {
  return note ? (SHORT[note.code] ?? note.text) : '';
}

import type { MappingRecord } from 'c/mappingData';
import { mappingIn } from 'c/mappingData';
import type { Mapping } from 'c/mappingEngine';
import { diffMappings } from 'c/mappingEngine';

export interface OpenedDraft {
  draft: Mapping;
  /** The published version it began from; 0 when it began from none. */
  base: number;
  /** What was saved is no mapping; the published version stands in for it. */
  isUnreadable: boolean;
}

/** The draft to go on with; nothing where there is neither a draft nor a published version. */
export function openedDraft(
  { draft: saved, draftBase, published: number }: MappingRecord,
  published: Mapping | null,
): OpenedDraft | undefined {
  const read = saved ? mappingIn(saved) : null;
  if (read) return { draft: read, base: draftBase || number, isUnreadable: false };
  return published ? { draft: published, base: number, isUnreadable: saved !== '' } : undefined;
}

/** What is kept of a draft; nothing where it says the same as the published version. */
export function keptDraft(draft: Mapping, published: Mapping | null): string {
  return saysTheSame(draft, published) ? '' : JSON.stringify(draft);
}

export function saysTheSame(draft: Mapping, published: Mapping | null): boolean {
  return published !== null && diffMappings(published, draft).length === 0;
}

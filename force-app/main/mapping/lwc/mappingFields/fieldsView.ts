import type { Finding, Mapping, ObjectDescribe, Sample, SourceKind, Target } from 'c/mappingEngine';
import type { EditorFacts } from 'c/mappingRowEditor';
import type { TargetView } from 'c/mappingTargets';
import type { Choice, RowView, SampleInput, Shown, TableFilter, Tried } from 'c/mappingView';

/** What the page hands down, without its proxies. */
export interface Given {
  mapping: Mapping;
  published: Mapping | null;
  samples: readonly Sample[];
  describes: ReadonlyMap<string, ObjectDescribe> | null;
  seenPaths: ReadonlySet<string> | undefined;
  /** `Object.Field` that the worker writes records without, for they are gone in Salesforce. */
  paused: ReadonlySet<string>;
}

/** What the admin chose. */
export interface Chosen {
  targetId: string;
  filter: TableFilter;
  sample: { key: string; sampleKey: string };
  /** By kind: a record that was pasted. */
  pasted: ReadonlyMap<SourceKind, SampleInput>;
  /** The row whose editor is open; empty when none is. */
  editing: string;
  tried: Tried[] | undefined;
}

export const NOTHING_GIVEN: Given = {
  mapping: { format: 1, settings: { country: '', timeZone: '' }, targets: [] },
  ...{
    published: null,
    samples: [],
    describes: null,
    seenPaths: undefined,
    paused: new Set<string>(),
  },
};

export const NOTHING_CHOSEN: Chosen = {
  targetId: '',
  filter: { shown: 'all', search: '' },
  sample: { key: '', sampleKey: '' },
  pasted: new Map(),
  editing: '',
  tried: undefined,
};

/** All that the screen shows. */
export interface FieldsView {
  targets: TargetView[];
  target: Target | undefined;
  /** The label of the object. */
  label: string;
  describe: ObjectDescribe | undefined;
  rows: RowView[];
  shown: RowView[];
  counts: Readonly<Record<Shown, number>>;
  /** Where each row stands, from 0. */
  positions: ReadonlyMap<string, number>;
  inputs: SampleInput[];
  input: SampleInput | undefined;
  samples: Choice[];
  /** Every source there is, with the sample's values. */
  sources: Choice[];
  findings: Finding[];
  removed: readonly string[];
  editor: EditorFacts | undefined;
}

import { engagementNote, isPerson, type MappingSettings, type Row } from 'c/mappingEngine';
import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { conditionText, kindText } from 'c/mappingView';
import type { Chosen, FieldsView, Given } from './fieldsView';
import { targetMenu, type TargetItem } from './targetActions';

/** What stands around the table. */
export interface Head {
  settings: MappingSettings;
  about: string;
  menuText: string;
  menu: TargetItem[];
  describeText: string;
  isOff: boolean;
  findings: { key: string; icon: string; severity: string; text: string }[];
  sampleKey: string;
  sampleNote: string;
  hasOtherSamples: boolean;
  hasSample: boolean;
  hasEngagement: boolean;
  /** The row whose editor is open; empty when none is. */
  edited: string;
  removedText: string;
  mayEdit: boolean;
  hasShown: boolean;
  isEmpty: boolean;
  isNothingFound: boolean;
}

export function headOf(
  view: FieldsView | undefined,
  { mapping, samples, describes }: Given,
  { pasted }: Chosen,
  readOnly: boolean,
): Head {
  const { target, label = '', describe, rows = [], shown = [], input, removed = [] } = view ?? {};
  const unknown = describes ? fill(labels.needsDescribe, label) : labels.needsDescribes;
  return {
    settings: mapping.settings,
    about: aboutText(view),
    menuText: fill(labels.targetActions, label),
    menu: target ? targetMenu(target) : [],
    describeText: target && !describe ? unknown : '',
    isOff: target?.off === true,
    findings: (view?.findings ?? []).map(({ code, severity, what, fix }, at) => ({
      ...{ key: `${at} ${code}`, severity, icon: `utility:${severity}` },
      text: `${what} ${fix}`,
    })),
    sampleKey: input?.key ?? '',
    sampleNote: input && target && pasted.get(target.from) === input ? (input.note ?? '') : '',
    hasOtherSamples: samples.length > 0,
    hasSample: input !== undefined,
    hasEngagement: target !== undefined && isPerson(target.object),
    edited: view?.editor?.row.id ?? '',
    removedText: removed.length > 0 ? fill(labels.removed, removed.join(', ')) : '',
    mayEdit: !readOnly,
    hasShown: shown.length > 0,
    isEmpty: rows.length === 0,
    isNothingFound: rows.length > 0 && shown.length === 0,
  };
}

/** Any field of an object that is no person is treated alike, so it is said once. */
const ANY_ROW: Row = {
  ...{ id: '', source: [], steps: [], target: 'Any' },
  ...{ direction: 'toSalesforce', rule: 'always' },
};

function aboutText(view: FieldsView | undefined): string {
  const target = view?.target;
  if (!target) return '';
  const { object, from, key, condition } = target;
  return [
    fill(labels.targetFrom, kindText(from)),
    key ? fill(labels.keyField, key) : '',
    condition ? fill(labels.targetCondition, conditionText(condition)) : '',
    isPerson(object) ? '' : `${labels.engagement}: ${engagementNote(object, ANY_ROW)?.text ?? ''}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

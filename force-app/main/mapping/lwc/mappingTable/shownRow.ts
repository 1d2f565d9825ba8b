import { fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import type { RowView } from 'c/mappingView';

interface Place {
  isFirst: boolean;
  isLast: boolean;
  isEdited: boolean;
  readOnly: boolean;
}

export interface MenuItem {
  value: string;
  label: string;
  icon: string;
  disabled: boolean;
}

export type ShownRow = RowView & {
  className: string;
  resultClass: string;
  hasSteps: boolean;
  isAsItIs: boolean;
  hasOtherName: boolean;
  changeText: string;
  hasActions: boolean;
  mayMap: boolean;
  mapText: string;
  editText: string;
  editIcon: string;
  expanded: string;
  moreText: string;
  menu: MenuItem[];
  isEdited: boolean;
  editorKey: string;
};

const CHANGES = { '': '', new: labels.statusNew, changed: labels.statusChanged };

/** A row with what the template needs to know of it. */
export function shownRow(row: RowView, place: Place): ShownRow {
  const { id, name, isMissing, isOff, steps, sources } = row;
  const { isEdited, readOnly } = place;
  const state = isMissing ? 'missing' : row.status.kind;
  return {
    ...row,
    className: ['row', state, isEdited ? 'edited' : ''].join(' '),
    resultClass: `result ${row.result.kind}`,
    hasSteps: steps.length > 0,
    isAsItIs: steps.length === 0 && !isMissing && sources.length > 0,
    hasOtherName: row.field !== '' && row.field !== name,
    changeText: CHANGES[row.change],
    hasActions: !isMissing,
    mayMap: isMissing && !readOnly,
    mapText: fill(labels.mapItOf, name),
    editText: fill(isEdited ? labels.closeOf : labels.editOf, name),
    editIcon: isEdited ? 'utility:close' : 'utility:edit',
    expanded: String(isEdited),
    moreText: fill(labels.moreOf, name),
    menu: readOnly ? [] : menuOf(isOff, place),
    isEdited,
    editorKey: `editor ${id}`,
  };
}

function menuOf(isOff: boolean, { isFirst, isLast }: Place): MenuItem[] {
  const item = (value: string, label: string, icon: string, disabled = false): MenuItem => ({
    ...{ value, label, disabled },
    icon: `utility:${icon}`,
  });
  return [
    item('up', labels.moveUp, 'arrowup', isFirst),
    item('down', labels.moveDown, 'arrowdown', isLast),
    item('duplicate', labels.duplicate, 'copy'),
    isOff
      ? item('switch', labels.switchOn, 'toggle_on')
      : item('switch', labels.switchOff, 'toggle_off'),
    item('delete', labels.delete, 'delete'),
  ];
}

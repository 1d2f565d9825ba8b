import type {
  Condition,
  Mapping,
  MappingSettings as Settings,
  ObjectDescribe,
  Target,
} from 'c/mappingEngine';
import { removeTarget, switchTarget } from 'c/mappingEngine';
import { fill } from 'c/format';
import MappingAddTarget, { type AddedTarget } from 'c/mappingAddTarget';
import { labels } from 'c/mappingFieldsLabels';
import MappingSettings from 'c/mappingSettings';
import MappingTargetCondition from 'c/mappingTargetCondition';
import type { Choice } from 'c/mappingView';

export interface TargetItem {
  value: 'read' | 'condition' | 'switch' | 'remove';
  label: string;
  icon: string;
}

export function targetMenu({ off }: Target): TargetItem[] {
  return [
    { value: 'read', label: labels.readAgain, icon: 'utility:refresh' },
    { value: 'condition', label: labels.targetConditionOf, icon: 'utility:filterList' },
    off
      ? { value: 'switch', label: labels.targetSwitchOn, icon: 'utility:toggle_on' }
      : { value: 'switch', label: labels.targetSwitchOff, icon: 'utility:toggle_off' },
    { value: 'remove', label: labels.targetRemove, icon: 'utility:delete' },
  ];
}

export function actOnTarget(
  action: TargetItem['value'],
  mapping: Mapping,
  { id, off }: Target,
  label: string,
): { mapping: Mapping; what: string } | undefined {
  if (action === 'remove')
    return { mapping: removeTarget(mapping, id), what: fill(labels.didRemoveTarget, label) };
  if (action !== 'switch') return undefined;
  const what = fill(off ? labels.didSwitchOn : labels.didSwitchOff, label);
  return { mapping: switchTarget(mapping, id, off === true), what };
}

/** Asks for a further object; undefined when it was canceled. */
export async function askTarget(
  known: ReadonlyMap<string, ObjectDescribe> | null,
): Promise<AddedTarget | undefined> {
  const describes = [...(known?.values() ?? [])];
  const options = { label: labels.addTarget, size: 'small' as const, describes };
  return (await MappingAddTarget.open(options)) as AddedTarget | undefined;
}

/** Asks for country and time zone; undefined when it was canceled. */
export async function askSettings(settings: Settings): Promise<Settings | undefined> {
  const options = { label: labels.settings, size: 'small' as const, settings };
  return (await MappingSettings.open(options)) as Settings | undefined;
}

/** Asks of which records an object is made; undefined when it was canceled. */
export async function askCondition(
  { condition }: Target,
  choices: Choice[],
): Promise<{ condition: Condition | undefined } | undefined> {
  const options = {
    label: labels.targetConditionOf,
    ...{ size: 'small' as const, condition, choices },
  };
  const answer = (await MappingTargetCondition.open(options)) as
    { condition?: Condition } | undefined;
  // What a window closes with is its own: a copy is free of its proxies.
  return answer && (JSON.parse(JSON.stringify(answer)) as { condition: Condition | undefined });
}

import type { Org } from '../org.ts';
import type { Component } from '../schema/component.ts';
import { keyOf } from '../schema/catalogue.ts';
import { checkBundle } from './checks/bundle.ts';
import { checkField } from './checks/field.ts';
import { checkApplication, checkFlexiPage, checkTab } from './checks/navigation.ts';
import { checkValidationRule } from './checks/formula.ts';
import { checkLeadConvert } from './checks/lead-convert.ts';
import { checkObject } from './checks/object.ts';
import { checkChannel, checkChannelMember, checkLabel, checkTrustedSite } from './checks/others.ts';
import { checkPermissionSet } from './checks/permission-set.ts';
import { checkCompactLayout, checkFieldSet, checkLayout, checkListView } from './checks/screens.ts';
import { checkShape } from './check-shape.ts';
import { checkChange } from './check-change.ts';
import type { Failure, Incoming, Problem } from './failure.ts';
import { createWorld, elementOf, type World } from './world.ts';

type Check = (component: Incoming, world: World) => Problem[];

const CHECKS: Record<string, Check> = {
  CustomObject: checkObject,
  CustomField: checkField,
  ListView: checkListView,
  CompactLayout: checkCompactLayout,
  ValidationRule: checkValidationRule,
  FieldSet: checkFieldSet,
  CustomLabel: checkLabel,
  LightningComponentBundle: checkBundle,
  PlatformEventChannel: checkChannel,
  PlatformEventChannelMember: checkChannelMember,
  CspTrustedSite: checkTrustedSite,
  FlexiPage: checkFlexiPage,
  CustomTab: checkTab,
  Layout: checkLayout,
  CustomApplication: checkApplication,
  PermissionSet: checkPermissionSet,
  LeadConvertSettings: checkLeadConvert,
};

const FOUNDATIONS = ['CustomObject', 'CustomField'];

export interface Checked {
  sound: Incoming[];
  failures: Failure[];
}

/**
 * Tells sound components from others. What refers to a component that fails, fails with it, so the
 * sound ones are looked at again until none is left that leans on nothing.
 */
export function checkComponents(org: Org, incoming: Incoming[], remaining: Component[]): Checked {
  const failures: Failure[] = [];
  const today = createWorld(org.catalogue.all(), org.features);
  let sound = incoming;

  function pass(isTurn: (component: Incoming) => boolean): boolean {
    const world = createWorld(merge(remaining, sound), org.features);
    const passed = sound.filter((component) => !isTurn(component) || isSound(component, world));
    const allPassed = passed.length === sound.length;
    sound = passed;
    return allPassed;
  }

  function isSound(component: Incoming, world: World): boolean {
    const { type, fullName, fileName } = component;
    const problems = [
      () => checkShape(component),
      () => CHECKS[type]?.(component, world) ?? [],
      () => checkChange(org, today, component),
    ].reduce<Problem[]>((found, check) => (found.length > 0 ? found : check()), []);
    for (const problem of problems) {
      failures.push({ type, fullName, fileName: problem.file ?? fileName, ...problem });
    }
    return problems.length === 0;
  }

  // Objects and fields first, as most mistakes of the rest would only be theirs over again.
  while (!pass(({ type }) => FOUNDATIONS.includes(type)));
  while (!pass(() => true));
  return { sound, failures };
}

/** What these components lose, or would lose, when others are no longer there. */
export function checkReferences(component: Component, world: World): Problem[] {
  const element = elementOf(component);
  return CHECKS[component.type]?.({ ...component, element }, world) ?? [];
}

function merge(remaining: Component[], incoming: Incoming[]): Component[] {
  const all = new Map(remaining.map((component) => [keyOf(component), component]));
  for (const component of incoming) all.set(keyOf(component), component);
  return [...all.values()];
}

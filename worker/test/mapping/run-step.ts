import { freshEffort } from '#mapping-engine/effort';
import { fillParams } from '#mapping-engine/params';
import { stepDefinition } from '#mapping-engine/steps';
import type { MappingSettings } from '#mapping-engine/model';
import type { Notes } from '#mapping-engine/stepDefinition';

const SETTINGS: MappingSettings = { country: 'DE', timeZone: 'Europe/Berlin' };

export interface Run {
  params?: Record<string, unknown>;
  input?: unknown;
  settings?: Partial<MappingSettings>;
  now?: Date;
}

/** What one step of the catalogue makes of a value. Throws the StepError of the step. */
export function runStep(name: string, value: unknown, run: Run = {}): unknown {
  const { params = {}, input = {}, settings = {}, now = new Date('2026-01-02T03:04:05Z') } = run;
  const step = stepDefinition(name);
  if (!step) throw new Error(`There is no step ${name} in the catalogue.`);
  const effort = freshEffort();
  const notes: Notes = { now, effort, unmapped: () => undefined, problem: () => undefined };
  const apply = step.compile(fillParams(step.params, params), { ...SETTINGS, ...settings });
  return apply(value, input, notes);
}

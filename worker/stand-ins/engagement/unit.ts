import type { Clock } from '../kit/clock.ts';
import type { Store } from '../kit/store.ts';
import { createMembers, type Members } from './segments/members.ts';
import { createProspects, type Prospects } from './prospects/prospects.ts';
import { openRows, type Rows, type Settings } from './rows.ts';

/** The business unit's own state; what connects it to Salesforce is in `connector/`. */
export interface Unit {
  clock: Clock;
  rows: Rows;
  prospects: Prospects;
  members: Members;
  settings(): Settings;
  changeSettings(changes: Partial<Settings>): void;
  next(sequence: string): number;
  /** The present as the API shows it. */
  now(): string;
}

const FACTORY_SETTINGS: Settings = {
  connectorPaused: false,
  followEmailChanges: false,
  allowRepeatedTemplates: false,
  customObjects: [],
};

export function openUnit(store: Store, clock: Clock): Unit {
  const rows = openRows(store);
  const next = (sequence: string): number => store.next(sequence, 1001);
  const now = (): string => clock.now().toISOString();
  const settings = (): Settings => rows.settings.get('all') ?? FACTORY_SETTINGS;
  const prospects = createProspects({ rows, next, now });
  return {
    clock,
    rows,
    prospects,
    members: createMembers({ rows, next, now, prospects }),
    settings,
    changeSettings: (changes) => rows.settings.set('all', { ...settings(), ...changes }),
    next,
    now,
  };
}

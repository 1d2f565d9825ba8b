import { MINUTE } from '../time.ts';
import type { Unit } from '../unit.ts';
import { readChanges, toLiteral } from './changes.ts';
import { syncCustomObjects } from './custom-objects.ts';
import { pairsFor, type PersonObject } from './pairs.ts';
import { PERSON_FIELDS, syncProspect, syncRecord } from './people.ts';
import type { Salesforce } from './salesforce.ts';

const PEOPLE = ['Lead', 'Contact'] as const;
/** 12,000 an hour, in ticks of two minutes. */
export const PEOPLE_PER_TICK = 400;
const KEPT_ERRORS = 50;

export interface ConnectorStatus {
  paused: boolean;
  /** People who were touched and not yet looked at. */
  waiting: number;
  lastSyncAt: string | null;
  /** The newest ones; what could not be read or written, in Salesforce's words. */
  errors: { at: string; what: string; message: string }[];
}

export interface Connector {
  /** Every two minutes: finds who was touched, and settles as many as a tick can take. */
  syncPeople: () => Promise<void>;
  /** Every ten minutes. */
  syncCustomObjects: () => Promise<void>;
  status: () => ConnectorStatus;
}

export function createConnector(unit: Unit, salesforce: Salesforce): Connector {
  const { rows } = unit;
  const errors: ConnectorStatus['errors'] = [];
  let lastSyncAt: string | null = null;

  function fail(what: string, error: unknown): void {
    errors.unshift({ at: unit.now(), what, message: (error as Error).message });
    errors.splice(KEPT_ERRORS);
  }

  /** Nothing from before the connection is synced until somebody touches it. */
  function beginning(): string {
    const known = rows.cursors.get('beginning');
    if (known) return known.at;
    const at = toLiteral(unit.now());
    rows.cursors.set('beginning', { at, seen: [] });
    return at;
  }
  beginning();

  // A describe is large, and fields come and go seldom: asked again after an hour or a failure.
  const described = new Map<string, { names: Set<string>; until: number }>();

  async function visibleFields(object: PersonObject): Promise<Set<string>> {
    const now = unit.clock.now().getTime();
    const known = described.get(object);
    if (known && known.until > now) return known.names;
    const names = await salesforce.fieldsOf(object);
    described.set(object, { names, until: now + 60 * MINUTE });
    return names;
  }

  async function fieldsFor(object: PersonObject): Promise<string[]> {
    const visible = await visibleFields(object);
    const wanted = [...PERSON_FIELDS, ...pairsFor(object, rows).map((pair) => pair.salesforce)];
    return wanted.filter((name) => name.includes('.') || visible.has(name));
  }

  async function select(object: PersonObject): Promise<string> {
    return ['Id', 'SystemModstamp', ...(await fieldsFor(object))].join(', ');
  }

  async function findTouched(object: PersonObject): Promise<void> {
    const since = rows.cursors.get(object) ?? { at: beginning(), seen: [] };
    const fields = await fieldsFor(object);
    const { touched, cursor } = await readChanges(salesforce, { object, fields, since });
    for (const record of touched) {
      const id = String(record.Id);
      rows.queue.set(`${object}:${id}`, { object, id, record });
    }
    rows.cursors.set(object, cursor);
  }

  async function drain(): Promise<void> {
    for (const waiting of rows.queue.values().slice(0, PEOPLE_PER_TICK)) {
      const { object, id, record } = waiting;
      rows.queue.delete(`${object}:${id}`);
      try {
        if (object === 'prospect') {
          const prospect = rows.prospects.get(id);
          if (prospect && prospect.isDeleted !== true) {
            await syncProspect(unit, salesforce, prospect, select);
          }
        } else if (record) await syncRecord(unit, salesforce, object, record);
      } catch (error) {
        fail(`${object} ${id}`, error);
      }
    }
  }

  return {
    async syncPeople() {
      if (unit.settings().connectorPaused) return;
      try {
        for (const object of PEOPLE) await findTouched(object);
        lastSyncAt = unit.now();
      } catch (error) {
        described.clear();
        fail('reading changes', error);
      }
      await drain();
    },
    async syncCustomObjects() {
      if (unit.settings().connectorPaused) return;
      try {
        await syncCustomObjects(unit, salesforce, beginning());
      } catch (error) {
        fail('custom objects', error);
      }
    },
    status: () => ({
      paused: unit.settings().connectorPaused,
      waiting: rows.queue.size,
      lastSyncAt,
      errors: [...errors],
    }),
  };
}

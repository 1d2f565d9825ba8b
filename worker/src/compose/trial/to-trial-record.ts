import type { RuleVerdict } from '../../deliver/salesforce/find-duplicates.ts';
import type { Row, Unit } from '../../deliver/row.ts';
import { withoutNamespace } from '../../deliver/salesforce/namespace.ts';
import type { PersonId, RecordKey } from '../../shared/ids.ts';
import type { PeoplePolicy } from '../../shared/people-policy.ts';
import type { Told } from '../compose-shop.ts';
import type { PersonInput } from '../mapping/inputs.ts';
import { objectOf } from '../people/creating.ts';
import { GOT_DEFAULT } from '../rows/map-row.ts';
import type { Outcome } from '../task.ts';
import type { Consideration } from './consider.ts';
import {
  cartTitle,
  customerTitle,
  orderTitle,
  productTitle,
  returnTitle,
  shipmentTitle,
} from './titles.ts';
import { severalPeople, trialPerson, type NamedPerson } from './trial-people.ts';
import type {
  Refusal,
  TrialDuplicate,
  TrialKind,
  TrialPerson,
  TrialRecord,
  TrialWrite,
} from './trial-record.ts';
import type { Tried } from './try-records.ts';

/** A record that somebody wants to see tried. */
export interface Wanted {
  kind: TrialKind;
  id: string;
  key: RecordKey;
}

export interface TrialContext {
  tried: Tried;
  units: ReadonlyMap<RecordKey, Unit>;
  considered: ReadonlyMap<Row, Consideration>;
  verdicts: ReadonlyMap<Row, RuleVerdict[]>;
  names: ReadonlyMap<string, NamedPerson>;
  /** People whom the books had linked before. */
  linked: ReadonlySet<PersonId>;
  /** Whose policy says what is made of people. */
  policy: Pick<PeoplePolicy, 'creating'>;
  namespace: string;
}

export function toTrialRecord({ kind, id, key }: Wanted, context: TrialContext): TrialRecord {
  const { tried, units, considered } = context;
  const rows = units.get(key)?.rows ?? [];
  const parts = rows.flatMap((row) => {
    const known = considered.get(row);
    return known ? { row, ...known } : [];
  });
  const duplicates = parts.flatMap(({ row }) => duplicatesOf(row, context));
  const problems = tried.told?.built.problems.get(key) ?? [];
  const note = noteOf(tried.outcomes.get(key), rows.length > 0);
  return {
    ...{ kind, id, title: titleOf(key, id, rows, tried.told) },
    person: personOf(key, context),
    writes: parts.map(({ row, write }) => withVerdicts(write, context.verdicts.get(row))),
    duplicates,
    problems: problems.filter(({ reason }) => reason !== GOT_DEFAULT),
    unmapped: parts.flatMap(({ unmapped }) => unmapped),
    ...(note !== undefined && { note }),
  };
}

/** As samples call it; the id of a record that is not there. */
function titleOf(key: RecordKey, id: string, rows: Row[], told: Told | undefined): string {
  const booked = told?.booked.find((one) => one.key === key);
  const own = booked?.carts.find((one) => one.key === key)?.state.cart;
  if (booked?.part)
    return 'shipment' in booked.part
      ? shipmentTitle(booked.part.shipment)
      : returnTitle(booked.part.back);
  if (booked?.order) return orderTitle(booked.order);
  if (booked?.product) return productTitle(booked.product);
  if (own) return cartTitle(own);
  const person = rows.find(({ object }) => object === 'Lead' || object === 'Contact');
  const profile = (person?.source as Partial<PersonInput> | undefined)?.profile;
  const title = profile ? customerTitle(profile) : '';
  return title === '' ? id : title;
}

function personOf(
  key: RecordKey,
  { tried: { told, outcomes }, names, linked, policy }: TrialContext,
): TrialPerson {
  const outcome = outcomes.get(key);
  if (outcome?.result === 'failed' && outcome.failure.kind === 'ambiguous_person')
    return severalPeople(outcome.failure, names);
  const [owner] = told?.booked.find((one) => one.key === key)?.people ?? [];
  const person = owner && told?.people.get(owner);
  if (!person) return { who: 'none', why: 'The record is nobody’s.' };
  return trialPerson(person, linked.has(person.id), objectOf(person, policy), names);
}

function duplicatesOf(row: Row, { verdicts, names, namespace }: TrialContext): TrialDuplicate[] {
  return (verdicts.get(row) ?? []).map(({ rule, allowSave, matches }) => ({
    object: row.object,
    rule,
    verdict: allowSave ? 'alert' : 'block',
    matches: matches.map(({ object, id }) => ({
      ...{ object: withoutNamespace(namespace, object), id },
      name: names.get(id)?.name ?? id,
    })),
  }));
}

/** A rule that only warns people refuses a program: it cannot be asked whether it means it. */
function withVerdicts(write: TrialWrite, verdicts: RuleVerdict[] = []): TrialWrite {
  const refusals = verdicts.map(({ rule, message }): Refusal => ({
    code: 'duplicate',
    what: `The duplicate rule ${rule} holds it for a duplicate: ${message}`,
    fix: 'Merge the records, or exempt the worker’s user from the rule.',
  }));
  return refusals.length > 0 ? { ...write, refusals: [...write.refusals, ...refusals] } : write;
}

function noteOf(outcome: Outcome | undefined, hasRows: boolean): string | undefined {
  if (outcome?.result === 'ignored') {
    const why = outcome.details?.why;
    return `Nothing would be written: ${typeof why === 'string' ? why : 'nothing is to be told'}.`;
  }
  if (outcome?.result === 'failed' && !hasRows) {
    const { message, nextStep } = outcome.failure;
    return [message, nextStep].filter(Boolean).join(' ');
  }
  return undefined;
}

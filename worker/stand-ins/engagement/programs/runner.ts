import type { Prospect } from '../rows.ts';
import { holds } from '../segments/rule.ts';
import { DAY } from '../time.ts';
import type { Unit } from '../unit.ts';
import { sendMail } from './mail.ts';
import type { Participant, Program, Step } from './model.ts';

/** Lets everybody in every running program go as far as the clock allows. */
export function runPrograms(unit: Unit): void {
  unit.members.refresh();
  for (const program of unit.rows.programs.values()) {
    if (program.status !== 'Running') continue;
    for (const prospect of eligible(unit, program)) walk(unit, program, prospect);
  }
}

/**
 * On a recipient list and on no suppression list. Whoever is neither stays where they are in the
 * program, and goes on from there when they are back: resumed, not restarted.
 */
function eligible(unit: Unit, program: Program): Prospect[] {
  const idsOn = (names: string[]): Set<number> =>
    new Set(
      names.flatMap((name) => {
        const list = unit.members.listNamed(name);
        return list ? unit.members.of(list).map(({ prospectId }) => prospectId) : [];
      }),
    );
  const suppressed = idsOn(program.suppressionLists);
  return [...idsOn(program.recipientLists)]
    .filter((id) => !suppressed.has(id))
    .flatMap((id) => unit.rows.prospects.get(String(id)) ?? [])
    .filter((prospect) => prospect.isDeleted !== true);
}

function walk(unit: Unit, program: Program, prospect: Prospect): void {
  const key = `${program.id}:${prospect.id}`;
  const before = unit.rows.participants.get(key);
  const participant = before
    ? backAgain(unit, program, prospect, before)
    : begin(unit, program, prospect, 1);
  if (!participant) return;
  let moved = participant !== before;
  for (;;) {
    const step = program.steps.find(({ id }) => id === participant.step);
    if (!step) break;
    const current = unit.rows.prospects.get(String(prospect.id)) ?? prospect;
    const result = take(unit, program, { step, participant, prospect: current });
    if (!result) break;
    moved = true;
    participant.log.push({ at: unit.now(), step: step.id, outcome: result.outcome });
    participant.reachedAt = result.at ?? participant.reachedAt;
    if (result.next === undefined) {
      delete participant.step;
      participant.finishedAt = unit.now();
    } else participant.step = result.next;
  }
  if (moved) unit.rows.participants.set(key, participant);
}

function begin(unit: Unit, program: Program, prospect: Prospect, run: number): Participant {
  const [first] = program.steps;
  return {
    programId: program.id,
    prospectId: prospect.id,
    ...(first && { step: first.id }),
    reachedAt: unit.now(),
    run,
    log: [],
  };
}

/** A copy to walk on with; from the start if a further run is allowed, undefined if not. */
function backAgain(
  unit: Unit,
  program: Program,
  prospect: Prospect,
  known: Participant,
): Participant | undefined {
  if (known.finishedAt === undefined) return { ...known, log: [...known.log] };
  const { repeat } = program;
  const due = Date.parse(known.finishedAt) + (repeat?.daysBetween ?? 0) * DAY;
  if (!repeat || known.run > repeat.maximum || unit.clock.now().getTime() < due) return undefined;
  return { ...begin(unit, program, prospect, known.run + 1), log: [...known.log] };
}

interface Position {
  step: Step;
  participant: Participant;
  prospect: Prospect;
}

interface Taken {
  next: string | undefined;
  outcome: string;
  /** When the schedule reached the next step; absent: at the same moment as this one. */
  at?: string;
}

/** Undefined while there is something to wait for. */
function take(
  unit: Unit,
  program: Program,
  { step, participant, prospect }: Position,
): Taken | undefined {
  const now = unit.clock.now().getTime();
  const after = (days: number): number => Date.parse(participant.reachedAt) + days * DAY;
  const iso = (time: number): string => new Date(time).toISOString();
  switch (step.kind) {
    case 'rule': {
      const evidence = unit.members.evidence();
      const yes = step.when.every((rule) => holds(rule, prospect, evidence));
      return { next: yes ? step.yes : step.no, outcome: yes ? 'yes' : 'no' };
    }
    case 'send':
      return { next: step.next, outcome: sendMail(unit, program, step, prospect) };
    case 'wait': {
      const due = after(step.days);
      return now < due ? undefined : { next: step.next, outcome: 'waited', at: iso(due) };
    }
    case 'trigger': {
      const limit = after(step.upToDays);
      const hit = unit.rows.externalActivities.values().find((activity) => {
        const time = Date.parse(activity.activityDate);
        return (
          activity.prospectId === prospect.id &&
          activity.extension === step.activity.extension &&
          activity.type === step.activity.type &&
          time >= Date.parse(participant.reachedAt) &&
          time <= limit
        );
      });
      if (hit) return { next: step.yes, outcome: 'triggered', at: iso(now) };
      return now < limit ? undefined : { next: step.no, outcome: 'not triggered', at: iso(limit) };
    }
    case 'add-to-list':
    case 'remove-from-list': {
      const list = unit.members.listNamed(step.list);
      if (!list) return { next: step.next, outcome: 'no such list' };
      const member = unit.members.find(list.id, prospect.id);
      if (step.kind === 'remove-from-list') unit.members.remove(list.id, prospect.id);
      else if (!member) unit.members.add(list.id, prospect.id);
      return { next: step.next, outcome: 'done' };
    }
    case 'change-field':
      unit.prospects.change(prospect, { [step.field]: step.value });
      unit.prospects.touch(prospect.id);
      return { next: step.next, outcome: 'done' };
  }
}

import type { Row, Value } from '../rows.ts';
import type { Rule } from '../segments/rule.ts';

/** One step; the others are named by their `id`. A missing `next` is the end of the program. */
export type Step =
  | { id: string; kind: 'rule'; when: Rule[]; yes?: string; no?: string }
  | { id: string; kind: 'send'; template: string; next?: string }
  | { id: string; kind: 'wait'; days: number; next?: string }
  | {
      id: string;
      kind: 'trigger';
      activity: { extension: string; type: string };
      upToDays: number;
      yes?: string;
      no?: string;
    }
  | { id: string; kind: 'add-to-list' | 'remove-from-list'; list: string; next?: string }
  | { id: string; kind: 'change-field'; field: string; value: Value; next?: string };

export interface Template {
  name: string;
  subject: string;
  /** With merge fields such as `{{Recipient.FirstName}}` or `{{Recipient.Cart_URL__c}}`. */
  text: string;
}

/** An engagement program as its editor would have drawn it. Lists and templates go by name. */
export interface ProgramPlan {
  name: string;
  description: string;
  recipientLists: string[];
  suppressionLists: string[];
  /** Absent: everybody goes through it once in their life. */
  repeat?: { daysBetween: number; maximum: number };
  /** The first one is where people begin; a step may only lead to later ones. */
  steps: Step[];
  templates: Template[];
}

export interface Program extends Row, ProgramPlan {
  status: 'Running' | 'Paused';
  createdAt: string;
  updatedAt: string;
}

/** Somebody's way through a program. */
export interface Participant {
  programId: number;
  prospectId: number;
  /** Undefined when the run is finished. */
  step?: string;
  /** When the step was reached by the schedule; waits count from here. */
  reachedAt: string;
  finishedAt?: string;
  run: number;
  log: { at: string; step: string; outcome: string }[];
}

/** A mail that a real business unit would have sent. */
export interface SentMail {
  id: number;
  sentAt: string;
  prospectId: number;
  to: string;
  program: string;
  step: string;
  template: string;
  subject: string;
  text: string;
}

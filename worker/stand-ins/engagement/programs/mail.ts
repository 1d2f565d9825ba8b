import type { Prospect } from '../rows.ts';
import type { Unit } from '../unit.ts';
import type { Program, Step } from './model.ts';

/** Visitor activity type of a sent email. */
const EMAIL = 6;

/**
 * Puts the mail into the outbox unless the prospect may not get it; either way they walk on.
 * Returns what happened, for the log.
 */
export function sendMail(
  unit: Unit,
  program: Program,
  step: Extract<Step, { kind: 'send' }>,
  prospect: Prospect,
): string {
  const template = program.templates.find(({ name }) => name === step.template);
  if (!template) return `not sent: no template ${step.template}`;
  const obstacle = whyNot(unit, program, template.name, prospect);
  if (obstacle !== undefined) return `not sent: ${obstacle}`;
  const id = unit.next('outbox');
  unit.rows.outbox.set(String(id), {
    id,
    sentAt: unit.now(),
    prospectId: prospect.id,
    to: String(prospect.email),
    program: program.name,
    step: step.id,
    template: template.name,
    subject: fill(template.subject, prospect),
    text: fill(template.text, prospect),
  });
  const activity = unit.next('visitor-activity');
  unit.rows.visitorActivities.set(String(activity), {
    id: activity,
    prospectId: prospect.id,
    type: EMAIL,
    typeName: 'Email',
    details: template.name,
    createdAt: unit.now(),
    updatedAt: unit.now(),
  });
  return 'sent';
}

function whyNot(
  unit: Unit,
  program: Program,
  template: string,
  prospect: Prospect,
): string | undefined {
  if (typeof prospect.email !== 'string') return 'no email address';
  if (prospect.optedOut === true) return 'opted out';
  if (prospect.isDoNotEmail === true) return 'do not email';
  const memberships = program.recipientLists.flatMap((name) => {
    const list = unit.members.listNamed(name);
    return list ? (unit.members.find(list.id, prospect.id) ?? []) : [];
  });
  if (memberships.length > 0 && memberships.every(({ optedOut }) => optedOut)) {
    return 'opted out of the list';
  }
  if (unit.settings().allowRepeatedTemplates) return undefined;
  const sent = unit.rows.outbox
    .values()
    .some((mail) => mail.prospectId === prospect.id && mail.template === template);
  return sent ? 'this template was sent before' : undefined;
}

/** Merge fields: `{{Recipient.FirstName}}`, and custom fields by the name they have in the API. */
function fill(text: string, prospect: Prospect): string {
  return text.replace(/\{\{\s*Recipient\.(\w+)\s*\}\}/g, (_, name: string) => {
    const field = name.endsWith('__c') ? name : name.charAt(0).toLowerCase() + name.slice(1);
    return String(prospect[field] ?? '');
  });
}

import { checkCondition } from './checkCondition.ts';
import { checkRequired } from './checkRequired.ts';
import type { ObjectDescribe } from './describe.ts';
import { aboutTarget, type Finding, type Report } from './findings.ts';
import {
  isOwnTarget,
  OWN_TARGETS,
  ownTargetId,
  RESERVED_OBJECTS,
  type MappingSettings,
  type Target,
} from './model.ts';
import type { SourceTypes } from './sourceTypes.ts';

export interface TargetContext {
  settings: MappingSettings;
  target: Target;
  sources: SourceTypes;
  describe?: ObjectDescribe | undefined;
  findings: Finding[];
}

/** Everything about a target that is not about one of its rows. */
export function checkTarget(context: TargetContext): void {
  const { settings, target, sources, describe, findings } = context;
  const report = aboutTarget(findings, target);
  if (target.object === '') {
    report({
      code: 'object_missing',
      what: 'A target has no object to write.',
      fix: 'Choose the object, or remove the target.',
    });
    return;
  }
  checkForm(target, report);
  if (target.condition) {
    const name = `The target ${target.object}`;
    checkCondition(target.condition, { name, sources, settings, report });
  }
  if (!describe) return;
  checkAccess(target, describe, report);
  checkKey(target, describe, aboutTarget(findings, target, target.key));
  checkRequired(target, describe, findings);
}

/** Cartbridge finds the records of its own objects itself, each made from one kind of source. */
function checkForm({ id, object, from, key }: Target, report: Report): void {
  const own = isOwnTarget({ object, from }) ? OWN_TARGETS[object] : undefined;
  if (RESERVED_OBJECTS.some((name) => name.toLowerCase() === object.toLowerCase()))
    report({
      code: 'object_reserved',
      what: `${object} is how people and the worker talk to each other, so no mapping may write it.`,
      fix: 'Remove the target, or choose another object.',
    });
  if (own === undefined && (key === undefined || key === ''))
    report({
      code: 'key_missing',
      what: `${object} has no key by which a record is found, so each run would make another one.`,
      fix: `Choose an external id field of ${object} as its key.`,
    });
  else if (own !== undefined && key === undefined && id !== ownTargetId(object))
    report({
      code: 'own_target_twice',
      what: `${object} is written a second time without a key of its own.`,
      fix: `Put its rows into the target ${ownTargetId(object)}, or choose an external id field as its key.`,
    });
  else if (own !== undefined && key === undefined && own !== from)
    report({
      code: 'own_target_source',
      what: `${object} is made from a ${from}, but Cartbridge finds its records from a ${own}.`,
      fix: `Remove the target and add ${object} again.`,
    });
}

function checkAccess({ object }: Target, describe: ObjectDescribe, report: Report): void {
  if (describe.createable && describe.updateable) return;
  const missing = describe.createable ? 'edit' : describe.updateable ? 'create' : 'create and edit';
  report({
    code: 'object_not_writable',
    what: `The worker's user may not ${missing} records of ${object}.`,
    fix: `Grant Create and Edit on ${object} to the worker's user by a permission set of your own.`,
  });
}

function checkKey({ object, key, rows }: Target, { fields }: ObjectDescribe, report: Report): void {
  if (key === undefined || key === '') return;
  const field = fields.find(({ name }) => name === key);
  if (!field)
    report({
      code: 'key_missing',
      what: `The key ${object}.${key} was removed or is hidden from the worker's user.`,
      fix: `Give the worker's user access to ${object}.${key}, or choose another external id field.`,
    });
  else if (!field.externalId && !field.idLookup)
    report({
      code: 'key_not_external_id',
      what: `The key ${object}.${key} is no external id, so records cannot be found by it.`,
      fix: 'Choose a field that is marked as external id in Salesforce.',
    });
  else {
    const filled = rows.some(
      (row) => !row.off && row.target === key && row.rule === 'always' && !row.condition,
    );
    if (!filled)
      report({
        code: 'key_not_filled',
        what: `No row always fills the key ${object}.${key}.`,
        fix: `Add a row with the rule “always” and no condition that fills ${key}, such as from the record's key.`,
      });
  }
}

import type { Check, Finding } from './finding.ts';
import type { PackageModel } from './package-model.ts';

/** Every further field makes mapping in Account Engagement longer for each customer. */
const MOST_PERSON_FIELDS = 25;

export const peopleAreAlike: Check<PackageModel> = {
  name: 'contacts and leads carry the same fields, at most 25',
  findings({ objects }) {
    const contact = objects.get('Contact')?.fields ?? new Map<string, never>();
    const lead = objects.get('Lead')?.fields ?? new Map<string, never>();
    const findings: Finding[] = [];
    for (const name of new Set([...contact.keys(), ...lead.keys()])) {
      const [one, other] = [contact.get(name), lead.get(name)];
      const present = one ?? other;
      if (!present || one?.source === other?.source) continue;
      findings.push({
        file: (other ?? present).path,
        line: one && other ? firstDifference(one.source, other.source) : present.root.line,
        problem:
          one && other
            ? `${name} differs between Contact and Lead.`
            : `${name} exists only on ${one ? 'Contact' : 'Lead'}.`,
        action: 'Account Engagement maps a field to both only if they are the same: align them.',
      });
    }
    const last = [...contact.values()].at(MOST_PERSON_FIELDS);
    if (last)
      findings.push({
        file: last.path,
        line: 1,
        problem: `Contact has ${contact.size} fields of ours, more than ${MOST_PERSON_FIELDS}.`,
        action: 'Put what no program reacts to on the order or the cart.',
      });
    return findings;
  },
};

function firstDifference(one: string, other: string): number {
  const expected = one.split('\n');
  return other.split('\n').findIndex((line, index) => line !== expected[index]) + 1 || 1;
}

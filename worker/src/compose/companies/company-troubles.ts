import { ownTargetId, type RowProblem } from '#mapping-engine';
import type { Failure } from '../../shared/failure.ts';

/** A sentence for the list of what a mapping could not say: nobody waits for a company. */
function trouble(field: string, reason: string): RowProblem {
  return { target: ownTargetId('Account'), row: '', field, step: null, value: 'text', reason };
}

export function severalAccounts(by: 'domain' | 'name'): RowProblem {
  return by === 'domain'
    ? trouble(
        'Website',
        'Several accounts have the website of a shopper’s company: none was taken.',
      )
    : trouble('Name', 'Several accounts have the name of a shopper’s company: none was taken.');
}

/** What Salesforce says of a record may hold personal data: only its kind and code are told. */
export function refusedAccount({ kind, details }: Failure): RowProblem {
  const code = typeof details.code === 'string' ? details.code : kind;
  const field = Array.isArray(details.fields) ? String(details.fields[0] ?? '') : '';
  return trouble(
    field || 'Name',
    `Salesforce refused the account of a company (${code}): its people went on without one.`,
  );
}

export function unseenAccounts({ details }: Failure): RowProblem {
  const { missing } = details;
  const names = Array.isArray(missing) && missing.length > 0 ? missing.join(', ') : 'Account';
  return trouble('Website', `The worker may not read ${names}: no account was looked for.`);
}

import type { Check, Checker } from './check.ts';
import { writtenFields } from './written-fields.ts';

/** Beyond so many of ours Account Engagement's practical limit for all mapped fields comes near. */
const RECOMMENDED = 25;

export const checkPersonFields: Checker = ({ mappings }): Check[] => {
  const ours = (writtenFields(mappings).get('Contact') ?? []).filter((name) =>
    name.endsWith('__c'),
  );
  const evidence = `${ours.length} of at most ${RECOMMENDED} fields on people are filled.`;
  if (ours.length <= RECOMMENDED) {
    return [{ check: 'person_fields', status: 'ok', evidence, fix: '' }];
  }
  return [
    {
      check: 'person_fields',
      status: 'warning',
      evidence,
      fix: 'Map fewer fields: Account Engagement slows down beyond about 150 mapped fields in all.',
    },
  ];
};

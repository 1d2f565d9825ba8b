import { CLEAR, lines, type Control } from './control.ts';

const LEAD = { name: 'object', label: 'Object', value: 'Lead', required: true };

/** Misspelt, as real orgs send it. */
const USUAL_KEY = 'duplicateResut';

/** What stands in the way of a write. */
export const writeControls: Control[] = [
  {
    title: 'Row faults',
    effect: 'Single rows fail, in collections and in single writes.',
    path: '/row-faults',
    state: ({ controls }) => lines(controls.rules.rowFaults.list()),
    on: {
      label: 'Add',
      method: 'POST',
      inputs: [
        LEAD,
        { name: 'field', label: 'Field' },
        { name: 'value', label: 'Value' },
        { name: 'statusCode', label: 'Code', value: 'UNABLE_TO_LOCK_ROW', required: true },
        { name: 'message', label: 'Message', value: 'unable to obtain exclusive access' },
        { name: 'times', label: 'Rows', type: 'number', value: '1' },
      ],
    },
    off: CLEAR,
  },
  {
    title: 'Duplicate rules',
    effect: 'A row with the same value as another is blocked, or needs allowSave.',
    path: '/duplicate-rules',
    state: ({ controls }) => lines(controls.rules.duplicateRules.list()),
    on: {
      label: 'Add',
      method: 'POST',
      inputs: [
        LEAD,
        { name: 'matchField', label: 'Matching field', value: 'Email', required: true },
        { name: 'action', label: 'Action', options: ['block', 'alert'] },
        { name: 'matchObjects', label: 'Among (its own when empty)', type: 'list' },
      ],
    },
    off: CLEAR,
  },
  {
    title: 'Assignment rules',
    effect: 'A new record goes to this user or queue where its call lets the rules decide.',
    path: '/assignment-rules',
    state: ({ controls }) => lines(controls.rules.assignmentRules.list()),
    on: {
      label: 'Add',
      method: 'POST',
      inputs: [LEAD, { name: 'ownerId', label: 'Owner', required: true }],
    },
    off: CLEAR,
  },
  {
    title: 'Spelling of duplicates',
    effect: 'The key under which an answer tells of duplicates, which real orgs misspell.',
    path: '/duplicate-result-key',
    state: ({ controls }) => {
      const key = controls.rules.duplicateResultKey();
      return key === USUAL_KEY ? [] : [key];
    },
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [{ name: 'key', label: 'Key', options: ['duplicateResult', USUAL_KEY] }],
    },
    off: { label: 'Back to usual', method: 'PUT', body: { key: USUAL_KEY } },
  },
  {
    title: 'Validation rules',
    effect: 'A row is refused when the formula is true of it.',
    path: '/validation-rules',
    state: ({ controls }) => lines(controls.rules.validationRules.list()),
    on: {
      label: 'Add',
      method: 'POST',
      inputs: [
        LEAD,
        { name: 'formula', label: 'Formula', value: 'ISBLANK(Phone)', required: true },
        { name: 'message', label: 'Message', value: 'A phone number, please.', required: true },
        { name: 'field', label: 'Beside the field' },
      ],
    },
    off: CLEAR,
  },
  {
    title: 'Locks',
    effect: 'Writes to this record, and to rows pointing at it, get UNABLE_TO_LOCK_ROW.',
    path: '/locks',
    state: ({ controls }) => lines(controls.rules.locks.list()),
    on: {
      label: 'Lock',
      method: 'POST',
      inputs: [
        { name: 'recordId', label: 'Record id', required: true },
        { name: 'times', label: 'Writes', type: 'number' },
        { name: 'milliseconds', label: 'Seconds', type: 'number', scale: 1000 },
      ],
    },
    off: CLEAR,
  },
];

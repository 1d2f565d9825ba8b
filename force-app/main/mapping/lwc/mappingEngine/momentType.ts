/** `date` for `2026-08-21`, `dateTime` for a moment with an offset as Salesforce takes it. */
export function momentType(text: string): 'date' | 'dateTime' | undefined {
  if (text.length > 40 || Number.isNaN(Date.parse(text))) return undefined;
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return 'date';
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text)
    ? 'dateTime'
    : undefined;
}

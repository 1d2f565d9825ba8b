/** The worker reports at least every five minutes: twice that without news is silence. */
const SILENT_AFTER_MS = 10 * 60_000;

/** Whether a worker last heard of then has fallen silent; one that was never heard of has not. */
export function isSilent(heardAt: string, now: Date = new Date()): boolean {
  return heardAt !== '' && now.getTime() - Date.parse(heardAt) >= SILENT_AFTER_MS;
}

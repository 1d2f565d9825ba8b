import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import { named, plain } from 'c/names';

export type Kind = 'status' | 'job' | 'issue' | 'record';

interface Message {
  data: { payload: { Kind__c?: string; Record_Ids__c?: string | null } };
}

export interface Watching {
  kinds: Kind[];
  /** Only news of these records; all news of the kinds when absent. */
  ids?: () => string[];
  onNews: () => void;
  /** Asked this often as well, while the page is looked at: signals may be lost. */
  everyMs?: number;
}

const NEW_ONLY = -1;
const EVERY_MS = 60_000;
/** Several signals of one moment are one piece of news. */
const TOGETHER_MS = 200;

/** Calls `onNews` when the worker signals, and now and then. Returns how to stop. */
export function watch({ kinds, ids, onNews, everyMs = EVERY_MS }: Watching): () => void {
  let stopped = false;
  let together: ReturnType<typeof setTimeout> | undefined;
  let subscription: Awaited<ReturnType<typeof subscribe>> | undefined;

  const news = (): void => {
    if (stopped || together) return;
    together = setTimeout(() => {
      together = undefined;
      if (!stopped) onNews();
    }, TOGETHER_MS);
  };

  const hear = (message: unknown): void => {
    const payload = plain((message as Message).data.payload);
    if (!kinds.includes(payload.Kind__c as Kind)) return;
    const told = (payload.Record_Ids__c ?? '').split(',').filter(Boolean);
    if (!ids || ids().some((id) => told.includes(id))) news();
  };

  const timer = setInterval(() => {
    if (document.visibilityState !== 'hidden') news();
  }, everyMs);

  void start();
  async function start(): Promise<void> {
    try {
      if (!(await isEmpEnabled())) return;
      const made = await subscribe(`/event/${named('Sync_Signal__e')}`, NEW_ONLY, hear);
      if (stopped) await unsubscribe(made);
      else subscription = made;
    } catch {
      // Without signals the timer remains: the screen is late, not wrong.
    }
  }

  return () => {
    stopped = true;
    clearInterval(timer);
    clearTimeout(together);
    if (subscription) void unsubscribe(subscription);
  };
}

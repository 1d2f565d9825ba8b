/** A mail that the business unit next door would have sent. */
export interface OutboxMail {
  sentAt: string;
  to: string;
  program: string;
  subject: string;
  text: string;
}

/** What is known of the outbox next door: its mails, oldest first, or a sentence why there are none. */
export type Outbox = { mails: OutboxMail[] } | { absent: string };

const PATIENCE_MS = 1000;

/** Asks the business unit, which is a process of its own, for what its programs would have sent. */
export async function readOutbox(engagementUrl: string | undefined): Promise<Outbox> {
  if (!engagementUrl) {
    return {
      absent:
        'No business unit is known here. Start one (worker/stand-ins/engagement) and give this org ' +
        'its address with --engagement-url.',
    };
  }
  try {
    const response = await fetch(new URL('/__local__/outbox', engagementUrl), {
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return { mails: (await response.json()) as OutboxMail[] };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return {
      absent:
        `The business unit at ${engagementUrl} gave no outbox (${cause?.code ?? message}). ` +
        'Start it, or leave --engagement-url out.',
    };
  }
}

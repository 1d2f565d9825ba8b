import { SUBJECTS } from '../../accept/clarity/types.ts';
import { IDLE_MINUTES, idleMinutes } from '../../shared/idle-minutes.ts';
import type { Shop } from '../../shared/shops.ts';
import type { Guide } from '../shop-form.ts';

/** What is left to do in the shop once Cartbridge may read it. */
export function afterwards({ webhookUrl, settings }: Shop): Guide {
  if (settings.feed === 'polling') {
    const threshold = String(idleMinutes.safeParse(settings.idleMinutes).data ?? IDLE_MINUTES);
    return {
      heading: 'Nothing is left to set up in the shop',
      steps: [
        'Cartbridge asks the shop for what changed, again and again.',
        `A shopping cart that nobody changed for ${threshold} minutes counts as abandoned.`,
      ],
    };
  }
  return {
    heading: 'Set up the webhook in the shop',
    steps: [
      `Send each event as JSON, by POST, to ${webhookUrl}`,
      { text: 'Send these types, or those of them that the shop has:', list: typesByRecord() },
      proofStep(settings.proof),
      'An answer of 204 says that the event is stored; 503, or none, that it is to be sent again. Any other says what is wrong.',
    ],
  };
}

function proofStep(proof: unknown): string {
  const { method, header } = proof as { method?: string; header?: string };
  return method === 'header'
    ? `Send the secret you entered in the header ${String(header)}.`
    : 'Sign each one as Standard Webhooks has it (webhook-id, webhook-timestamp, webhook-signature), with the secret you entered.';
}

/** `order.created, order.updated, …`, a line for each kind of record. */
function typesByRecord(): string[] {
  const types = [...SUBJECTS.keys()];
  const kinds = Map.groupBy(types, (type) => type.split('.')[0]);
  return [...kinds.values()].map((of) => of.join(', '));
}

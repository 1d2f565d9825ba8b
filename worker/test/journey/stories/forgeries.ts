import { equal, match } from 'node:assert/strict';
import { request } from 'node:http';
import type { Knock } from '../drivers/door.ts';
import type { Story, StoryContext } from '../story.ts';

interface Answer {
  status: number;
  text: string;
}

function send({ worker }: StoryContext, { body, headers, url }: Knock): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', headers };
    const call = request(url ?? worker.webhookUrl, options, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    // A refusal may close the connection before the whole body was sent.
    call.on('error', reject);
    call.end(body);
  });
}

export const FORGERIES: Story[] = [
  {
    title: 'forged, replayed, oversized and malformed calls are refused, and nothing is stored',
    async run(t) {
      await t.quiet();
      const { forged, honest, unknown } = await t.shop.door(t.worker.webhookUrl);
      for (const { status, knocks } of forged) {
        await t.step(`${knocks.map(({ what }) => what).join(', ')}: ${status}`, async () => {
          for (const knock of knocks) {
            const answer = await send(t, knock);
            equal(answer.status, status, `${knock.what}: ${answer.status} ${answer.text}`);
            match(answer.text, /^\{"code":"[a-z_]+","error":".+"\}$/, 'One line of JSON.');
          }
        });
      }
      await t.step('nothing of it was stored', async () => {
        for (const state of ['waiting', 'done', 'ignored', 'parked']) {
          equal(await t.worker.events(state), 0, `There are ${state} events.`);
        }
      });
      await t.step('an honest one is taken with an empty answer, an unknown type too', async () => {
        const { status, text } = await send(t, honest);
        equal(`${status} ${text}`, '204 ');
        equal((await send(t, unknown)).status, 204);
        await t.quiet();
        equal(await t.worker.events('ignored'), 1);
      });
      await t.step('overheard and sent again within minutes, it changes nothing', async () => {
        await t.org.forgetRequests();
        equal((await send(t, honest)).status, 204);
        await t.quiet();
        equal(await t.org.count('POST', /\/composite$/, /Order__c/), 0);
        equal(await t.worker.events('parked'), 0);
      });
    },
  },
];

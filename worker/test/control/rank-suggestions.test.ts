import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { SHAPE_WORDS } from '#mapping-engine';
import { questionShape } from '../../src/control/inference/rank-prompt.ts';
import type { Job, JobContext } from '../../src/control/jobs/job.ts';
import { rankSuggestions } from '../../src/control/jobs/rank-suggestions.ts';
import type { SalesforceId } from '../../src/shared/ids.ts';

let endpoint: Server | undefined;
afterEach(() => endpoint?.close());

interface Asked {
  key: string | undefined;
  body: { model: string; messages: { content: string }[] };
}

/** An endpoint that answers every question with this text, and what it was asked. */
async function modelThatSays(text: string, status = 200): Promise<[JobContext, Asked[]]> {
  const asked: Asked[] = [];
  endpoint = createServer((request, response) => {
    void json(request).then((body) => {
      asked.push({ key: request.headers.authorization, body: body as Asked['body'] });
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { content: text } }] }));
    });
  });
  await new Promise<void>((resolve) => endpoint?.listen(0, '127.0.0.1', resolve));
  const { port } = endpoint.address() as AddressInfo;
  const inference = { url: `http://127.0.0.1:${port}`, key: 'hush', modelId: 'small-model' };
  return [{ inference } as unknown as JobContext, asked];
}

const QUESTION = {
  ...{ id: 'Contact Phone', object: 'Contact', name: 'Phone', label: 'Business Phone' },
  shape: 'phone numbers',
  candidates: [
    { name: 'order.raw.staff_notes', type: 'text' },
    { name: 'profile.phone', label: 'Phone', type: 'text' },
  ],
};

const job = (questions: unknown): Job => ({
  ...{ id: 'a01' as SalesforceId, type: 'Rank Suggestions', shopId: null, wish: null },
  input: { questions },
});

describe('ranking suggestions by a model', () => {
  it('takes the order the model gives, and tells it names and types alone', async () => {
    const [context, asked] = await modelThatSays('```json\n[{"id":0,"order":[1,0]}]\n```');

    const ended = await rankSuggestions(context, job([QUESTION]));

    expect(ended).toMatchObject({ status: 'Done', completed: 1 });
    expect(ended.result).toEqual({
      ranked: [{ id: 'Contact Phone', order: ['profile.phone', 'order.raw.staff_notes'] }],
    });
    expect(asked[0]).toMatchObject({ key: 'Bearer hush', body: { model: 'small-model' } });
  });

  it.each([
    ['a value beside the names', { ...QUESTION, values: ['+49 30 901820'], shape: '+4930901820' }],
    ['an address as a name', { ...QUESTION, name: 'jane@example.com' }],
    ['a number as a name', { ...QUESTION, name: 'customer 4930901820' }],
  ])('refuses %s, and asks nobody', async (_, question) => {
    const [context, asked] = await modelThatSays('[]');

    await expect(rankSuggestions(context, job([question]))).rejects.toThrow('not usable');
    expect(asked).toEqual([]);
  });

  it('knows every word in which the screen tells what values look like', () => {
    const shapes = [...Object.values(SHAPE_WORDS), 'unknown'];
    const refused = shapes.filter(
      (shape) => !questionShape.safeParse({ ...QUESTION, shape }).success,
    );

    expect(refused).toEqual([]);
  });

  it('sends nothing that it does not know', async () => {
    const [context, asked] = await modelThatSays('[]');

    await rankSuggestions(context, job([{ ...QUESTION, sample: 'Jane Doe, Austin' }]));

    expect(JSON.stringify(asked)).not.toContain('Jane');
  });

  it.each([
    ['prose', 'I think the phone is best.'],
    ['names of its own', '[{"id":7,"order":[0]}]'],
    ['no JSON', '[{'],
  ])('leaves the order as it was when the model answers %s', async (_, text) => {
    const [context] = await modelThatSays(text);

    const ended = await rankSuggestions(context, job([QUESTION]));

    expect(ended.result).toEqual({ ranked: [] });
  });

  it('fails with what to check when the endpoint refuses', async () => {
    const [context] = await modelThatSays('', 401);

    await expect(rankSuggestions(context, job([QUESTION]))).rejects.toMatchObject({
      message: 'The inference endpoint answered 401.',
      nextStep: expect.stringContaining('INFERENCE_KEY') as string,
    });
  });

  it('is not available without an endpoint', async () => {
    const ended = await rankSuggestions({} as JobContext, job([QUESTION]));

    expect(ended.status).toBe('Not Available');
  });
});

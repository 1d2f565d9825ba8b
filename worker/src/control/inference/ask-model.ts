import { z } from 'zod';
import { Failure } from '../../shared/failure.ts';
import type { InferenceSettings } from '../../shared/settings.ts';

const DEADLINE_MS = 30_000;
const MOST_BYTES = 200_000;

const answerShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * Asks an OpenAI-compatible endpoint, as Heroku's Managed Inference is one, and returns its text.
 * Throws a Failure that holds nothing of what was asked.
 */
export async function askModel(
  { url, key, modelId }: InferenceSettings,
  messages: { role: 'system' | 'user'; content: string }[],
): Promise<string> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${url}/v1/chat/completions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ model: modelId, messages, temperature: 0 }),
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: 'error',
    });
    body = await response.text();
  } catch (cause) {
    throw failure('The inference endpoint did not answer.', { cause });
  }
  if (!response.ok) throw failure(`The inference endpoint answered ${response.status}.`);
  const answer = answerShape.safeParse(parse(body));
  const [choice] = answer.success ? answer.data.choices : [];
  if (!choice) throw failure('The inference endpoint answered in an unknown form.');
  return choice.message.content;
}

function parse(body: string): unknown {
  try {
    return body.length > MOST_BYTES ? null : JSON.parse(body);
  } catch {
    return null;
  }
}

function failure(message: string, more: { cause?: unknown } = {}): Failure {
  return new Failure('unexpected', message, {
    ...more,
    nextStep:
      'Check INFERENCE_URL, INFERENCE_KEY and INFERENCE_MODEL_ID; suggestions work without it.',
  });
}

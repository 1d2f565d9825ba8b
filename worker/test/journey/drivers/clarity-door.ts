import { createHmac } from 'node:crypto';
import type { LocalClarity } from '../../../../scripts/lib/stack-file.ts';
import { PROOF_HEADER } from '../../../../scripts/lib/stack-shops.ts';
import { JSON_TYPE, nowInSeconds, TOO_MUCH, type Door, type Knock } from './door.ts';

/** Makes the headers that prove a body. */
type Proof = (body: string, id?: string, seconds?: number) => Record<string, string>;

export interface ClarityDoorOptions {
  webhookUrl: string;
  /** Where its orders have their id. */
  idField: string;
  /** True: a secret in a header, and no signature. */
  headerProof: boolean;
}

export function clarityDoor(
  { shopId, webhookSecret }: LocalClarity,
  { webhookUrl, idField, headerProof }: ClarityDoorOptions,
): Door {
  const prove: Proof = headerProof ? () => bySecret(webhookSecret) : signedWith(webhookSecret);
  const knock = (what: string, body: string, proof = prove(body)): Knock => {
    return { what, body, headers: { ...JSON_TYPE, ...proof } };
  };
  const event = (more: object = {}, id = shopId): string =>
    JSON.stringify({
      ...{ id: 'evt_1', type: 'order.created', version: '1' },
      ...{ occurredAt: '2026-03-02T15:14:07.120Z', shop: { id }, sequence: 1 },
      data: { [idField]: '999999' },
      ...more,
    });
  const body = event();
  const noJson = knock('no JSON', 'type=x');

  return {
    forged: [
      {
        status: 401,
        knocks: [
          knock('no proof', body, {}),
          { ...knock('another shop’s address', body), url: `${webhookUrl}x` },
          knock('another shop’s event', event({}, 'somebody-else')),
          ...(headerProof
            ? [knock('a wrong secret', body, bySecret('guess'))]
            : forgedSignatures(body, signedWith(webhookSecret))),
        ],
      },
      { status: 413, knocks: [knock('too large', event({ fill: TOO_MUCH }))] },
      {
        status: 415,
        knocks: [{ ...noJson, headers: { ...noJson.headers, 'content-type': 'text/plain' } }],
      },
      {
        status: 400,
        knocks: [
          knock('half a body', '{"type":'),
          knock('no event', '{"type":"order.created"}'),
          knock('an event of nothing', event({ data: {} })),
          knock('an event of another version', event({ version: '2' })),
        ],
      },
    ],
    honest: knock('an honest one', body),
    unknown: knock('an unknown type', event({ type: 'wishlist.shared' })),
  };
}

function forgedSignatures(body: string, sign: Proof): Knock[] {
  const stranger = signedWith(
    `whsec_${Buffer.from('of somebody else entirely').toString('base64')}`,
  );
  const other = body.replace('999999', '100');
  const proofs: [what: string, proof: Record<string, string>][] = [
    ['a signature of another key', stranger(body)],
    ['a signature of another body', sign(other)],
    ['a signature of another event', { ...sign(body, 'evt_1'), 'webhook-id': 'evt_2' }],
    ['a signature of ten minutes ago', sign(body, 'evt_1', nowInSeconds() - 600)],
    ['a signature of ten minutes ahead', sign(body, 'evt_1', nowInSeconds() + 600)],
  ];
  return proofs.map(([what, proof]) => ({ what, body, headers: { ...JSON_TYPE, ...proof } }));
}

const bySecret = (secret: string): Record<string, string> => ({ [PROOF_HEADER]: secret });

/** Standard Webhooks; the key is what the secret's base64 behind `whsec_` stands for. */
function signedWith(secret: string): Proof {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return (body, id = 'evt_1', seconds = nowInSeconds()) => {
    const made = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
    return {
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${made}`,
    };
  };
}

import { join } from 'node:path';
import { RENAMED } from '../../worker/stand-ins/clarity/names/renamed.ts';
import { listensOn, type ServiceOptions } from './service.ts';
import type { StackDescription } from './stack-file.ts';
import { script, url, type StackParts } from './stack-services.ts';

/** A local shop, as one of a stack's. */
interface LocalShop {
  /** In progress lines. */
  label: string;
  service: (parts: StackParts) => ServiceOptions;
  /** What `connect.ts` is told of it. */
  connection: (parts: StackParts) => object;
  describe: (parts: StackParts) => Partial<StackDescription>;
}

/** The shops' rows in the worker's database, and the last part of their webhooks' address. */
export const SHOP_IDS = { bigcommerce: 'local-shop', clarity: 'local-clarity' } as const;
export type ShopName = keyof typeof SHOP_IDS;

/** Where the worker takes a shop's events. */
export function webhookUrl(workerUrl: string, shop: ShopName): string {
  return `${workerUrl}/webhooks/${shop}/${SHOP_IDS[shop]}`;
}

const bigcommerceApiUrl = ({ ports, secrets }: StackParts): string =>
  `${url(ports.bigcommerce)}/stores/${secrets.bigcommerce.storeHash}`;

/** Of a Clarity shop that does not sign. */
export const PROOF_HEADER = 'x-shop-secret';
const SIGNATURE = { method: 'signature' };
const CLARITY_SHOP_ID = 'home-and-garden';

export const SHOPS: Record<ShopName, LocalShop> = {
  bigcommerce: {
    label: 'Local BigCommerce store',
    service(parts) {
      const { storeHash, accessToken, clientId, clientSecret } = parts.secrets.bigcommerce;
      return {
        ...script(parts, 'bigcommerce', 'worker/stand-ins/bigcommerce/main.ts', [
          ...['--port', String(parts.ports.bigcommerce)],
          ...['--file', join(parts.home, 'bigcommerce.jsonl')],
          ...['--store-hash', storeHash],
          ...['--access-token', accessToken],
          ...['--client-id', clientId],
          ...['--client-secret', clientSecret],
        ]),
        ready: listensOn(parts.ports.bigcommerce),
      };
    },
    connection: (parts) => ({
      ...{ id: SHOP_IDS.bigcommerce, platform: 'bigcommerce', apiUrl: bigcommerceApiUrl(parts) },
      ...parts.secrets.bigcommerce,
      webhookUrl: webhookUrl(url(parts.ports.worker), 'bigcommerce'),
    }),
    describe: (parts) => ({
      bigcommerce: { apiUrl: bigcommerceApiUrl(parts), ...parts.secrets.bigcommerce },
    }),
  },
  clarity: {
    label: 'Local Clarity shop',
    service(parts) {
      const { clientId, clientSecret, apiKey, webhookSecret } = parts.secrets.clarity;
      const { feed = 'webhooks', renamed = false, headerProof = false } = parts.clarity;
      return {
        ...script(parts, 'clarity', 'worker/stand-ins/clarity/main.ts', [
          ...['--port', String(parts.ports.clarity)],
          ...['--file', join(parts.home, 'clarity.jsonl')],
          ...['--shop-id', CLARITY_SHOP_ID],
          ...['--client-id', clientId],
          // With the sign between: a secret may begin with a dash.
          ...[`--client-secret=${clientSecret}`, `--api-key=${apiKey}`],
          // It has no API for webhooks: its owner has set this one up.
          ...(feed === 'webhooks'
            ? ['--webhook-url', webhookUrl(url(parts.ports.worker), 'clarity')]
            : []),
          ...['--webhook-secret', webhookSecret],
          ...(headerProof ? ['--webhook-header', PROOF_HEADER] : []),
          ...(renamed ? ['--renamed'] : []),
        ]),
        ready: listensOn(parts.ports.clarity),
      };
    },
    connection(parts) {
      const { clientId, clientSecret, webhookSecret } = parts.secrets.clarity;
      const { feed = 'webhooks', idleMinutes, renamed, headerProof } = parts.clarity;
      const proof = headerProof ? { method: 'header', header: PROOF_HEADER } : SIGNATURE;
      const apiUrl = url(parts.ports.clarity);
      return {
        ...{ id: SHOP_IDS.clarity, platform: 'clarity', apiUrl, shopId: CLARITY_SHOP_ID },
        webhookUrl: webhookUrl(url(parts.ports.worker), 'clarity'),
        ...{ name: 'Home & Garden', storefrontUrl: 'https://clarity.example.com' },
        ...{ currency: 'USD', timeZone: 'America/Chicago' },
        access: { method: 'oauth', tokenUrl: `${apiUrl}/oauth/token`, clientId, clientSecret },
        proof: { ...proof, secrets: [webhookSecret] },
        ...{ feed, idleMinutes, paths: renamed ? RENAMED : {} },
      };
    },
    describe: (parts) => ({
      clarity: {
        ...{ apiUrl: url(parts.ports.clarity), shopId: CLARITY_SHOP_ID },
        ...parts.secrets.clarity,
      },
    }),
  },
};

import type { Failure } from '../../shared/failure.ts';
import { errorsOf } from '../form-errors.ts';
import type { FormErrors, ShopForm } from '../shop-form.ts';
import { SCOPES } from './access.ts';
import { producerOf } from './connection.ts';
import { typedShape } from './typed.ts';

const NOT_REACHABLE =
  'BigCommerce could not deliver to this worker: its address, WORKER_URL, must begin with https. ' +
  'Whoever runs the worker sets it and restarts the worker.';

export const form: ShopForm = {
  guide: {
    heading: 'Create the API account in BigCommerce',
    steps: [
      'In the shop open Settings, then Store-level API accounts, and create an account.',
      {
        text: 'Give it these scopes and no others:',
        list: SCOPES.map(({ name, level }) => `${name}: ${level}`),
        then: 'Leave everything about transactions, payments and stored payment instruments at None.',
      },
      'Save, and copy what BigCommerce shows into the form below.',
    ],
  },
  groups: [
    {
      fields: [
        {
          name: 'store',
          label: 'API path',
          hint: 'Shown when the API account is created, such as https://api.bigcommerce.com/stores/abc123/v3/. The store hash alone (abc123) will do.',
          kind: 'text',
        },
        {
          name: 'accessToken',
          label: 'Access token',
          hint: 'The key by which Cartbridge reads the shop. BigCommerce shows it once, right after the API account was created.',
          kind: 'secret',
        },
        {
          name: 'clientSecret',
          label: 'Client secret',
          hint: 'Shown beside the access token. It proves that messages come from your shop.',
          kind: 'secret',
        },
      ],
    },
  ],

  read(typed, { bigcommerceUrl, workerUrl }) {
    const { data, error } = typedShape.safeParse(typed);
    if (!data) return { errors: errorsOf(error) };
    if (bigcommerceUrl.startsWith('https:') && !workerUrl.startsWith('https:')) {
      return { errors: { form: NOT_REACHABLE } };
    }
    const { store: storeHash, accessToken, clientSecret } = data;
    const apiUrl = `${bigcommerceUrl}/stores/${storeHash}`;
    return {
      read: {
        connection: { apiUrl, storeHash, accessToken, clientSecret },
        ...{ producer: producerOf(storeHash), isUnique: true, idHint: storeHash },
      },
    };
  },

  typedOf: ({ producer }) => ({ store: producer }),
  explain,
};

function explain({ kind, details, message, nextStep }: Failure): FormErrors {
  if (String(details.path).startsWith('/v3/hooks')) {
    return {
      form: `The shop was saved, but not all its webhooks were made. ${message} Try again.`,
    };
  }
  if (kind === 'shop_unknown') return { store: message };
  if (Array.isArray(details.lacks)) return { accessToken: lacking(details.lacks.map(String)) };
  if (kind === 'shop_auth' && details.status === undefined) {
    return { store: 'BigCommerce knows no store by this hash. Copy the API path again.' };
  }
  if (kind === 'shop_auth') {
    return { accessToken: 'BigCommerce does not accept this token for this store. Copy it again.' };
  }
  if (kind === 'shop_unavailable' || kind === 'shop_rate_limited') {
    return { form: `${message} Wait a minute, then press Connect again.` };
  }
  return { form: [message, nextStep].filter(Boolean).join(' ') };
}

function lacking(scopes: string[]): string {
  return (
    `BigCommerce accepts the token, but it may not read: ${scopes.join(', ')}. ` +
    'Scopes cannot be changed afterwards: create a new API account with all of them.'
  );
}

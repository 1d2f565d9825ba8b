import type { FieldGroup } from '../shop-form.ts';

export const ACCESS: FieldGroup = {
  heading: 'How Cartbridge reads the shop',
  hint: 'Fill in what belongs to the way you choose, and leave the rest.',
  fields: [
    {
      name: 'apiUrl',
      label: 'API address',
      hint: 'What stands before /v1/orders.',
      kind: 'text',
    },
    {
      name: 'accessMethod',
      label: 'Way in',
      hint: 'As the shop’s API asks for it.',
      kind: 'choice',
      options: [
        { value: 'oauth', label: 'OAuth 2.0 client credentials' },
        { value: 'apiKey', label: 'An API key in a header' },
      ],
      value: 'oauth',
    },
    {
      name: 'tokenUrl',
      label: 'Token address',
      hint: 'OAuth: where the shop gives access tokens.',
      kind: 'text',
      optional: true,
    },
    {
      name: 'clientId',
      label: 'Client id',
      hint: 'OAuth: what the shop knows Cartbridge by.',
      kind: 'text',
      optional: true,
    },
    {
      name: 'clientSecret',
      label: 'Client secret',
      hint: 'OAuth: the secret that belongs to it.',
      kind: 'secret',
      optional: true,
    },
    {
      name: 'scope',
      label: 'Scope',
      hint: 'OAuth: only where the shop asks for one.',
      kind: 'text',
      optional: true,
    },
    {
      name: 'apiKeyHeader',
      label: 'Header of the API key',
      hint: 'API key: the header in which it is sent.',
      kind: 'text',
      optional: true,
      value: 'x-api-key',
    },
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'API key: the key itself.',
      kind: 'secret',
      optional: true,
    },
  ],
};

import type { FieldGroup } from '../shop-form.ts';
import { ACCESS } from './access-fields.ts';

const SHOP: FieldGroup = {
  heading: 'The shop',
  fields: [
    { name: 'name', label: 'Name', hint: 'As people know it.', kind: 'text' },
    {
      name: 'shopId',
      label: 'Shop id',
      hint: 'What the shop calls itself in shop.id of each event.',
      kind: 'text',
    },
    {
      name: 'storefrontUrl',
      label: 'Storefront address',
      hint: 'Where people shop, such as https://shop.example.com.',
      kind: 'text',
    },
    { name: 'currency', label: 'Currency', hint: 'Three letters, such as USD.', kind: 'text' },
    {
      name: 'timeZone',
      label: 'Time zone',
      hint: 'Such as America/Chicago. Dates without a zone are read in it.',
      kind: 'text',
    },
  ],
};

const CHANGES: FieldGroup = {
  heading: 'How Cartbridge hears of changes',
  hint: 'A shop without webhooks is asked for what changed; then no proof is needed.',
  fields: [
    {
      name: 'feed',
      label: 'Changes come',
      hint: 'Webhooks are heard at once, and tell of abandoned carts themselves.',
      kind: 'choice',
      options: [
        { value: 'webhooks', label: 'by webhooks' },
        { value: 'polling', label: 'by asking the shop for what changed' },
      ],
      value: 'webhooks',
    },
    {
      name: 'idleMinutes',
      label: 'Minutes until a cart counts as abandoned',
      hint: 'Without webhooks: how long nobody has changed the cart. 60 unless you know better.',
      kind: 'text',
      value: '60',
    },
    {
      name: 'proofMethod',
      label: 'Webhooks are proven',
      hint: 'A signature proves the whole message and is the better of the two.',
      kind: 'choice',
      options: [
        { value: 'signature', label: 'by a signature (Standard Webhooks)' },
        { value: 'header', label: 'by a secret in a header' },
      ],
      value: 'signature',
    },
    {
      name: 'signingSecret',
      label: 'Signing secret',
      hint: 'Signature: the key the shop signs with. It begins with whsec_.',
      kind: 'secret',
      optional: true,
    },
    {
      name: 'proofHeader',
      label: 'Header of the secret',
      hint: 'Header: the one in which the shop sends the secret.',
      kind: 'text',
      optional: true,
    },
    {
      name: 'headerSecret',
      label: 'Secret in the header',
      hint: 'Header: what the shop sends there.',
      kind: 'secret',
      optional: true,
    },
  ],
};

const NAMES: FieldGroup = {
  heading: 'Other names',
  hint: 'Only for a shop whose records differ from the published contract.',
  fields: [
    {
      name: 'paths',
      label: 'Table of paths',
      hint: 'JSON: the contract’s field, and where this shop has it, such as {"order.totalAmount": "amounts.total"}.',
      kind: 'long',
      optional: true,
    },
  ],
};

export const GROUPS: FieldGroup[] = [SHOP, ACCESS, CHANGES, NAMES];

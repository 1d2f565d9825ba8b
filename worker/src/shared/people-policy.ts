import { z } from 'zod';

/** How an admin wants shoppers to be found in Salesforce; the remembered link always comes first. */
const matchingShape = z.object({
  /** Asked one after the other: the external id, the address, and further keys. */
  keys: z
    .array(z.enum(['externalId', 'email', 'phone', 'customerNumber']))
    .min(1)
    .refine((keys) => new Set(keys).size === keys.length, { error: 'names a key twice' })
    .default(['externalId', 'email']),
  /** Whether the same address in two shops of the org is one person. */
  emailAcrossShops: z.boolean().default(true),
  /** Which is taken where both a Contact and a Lead match by the same key. */
  prefer: z.enum(['Contact', 'Lead']).default('Contact'),
  /** API name of the field that holds the shop's customer number, the same on Contact and Lead. */
  customerNumberField: z.string().min(1).max(80).nullable().default(null),
});
export type Matching = z.infer<typeof matchingShape>;

const salesforceId = z
  .string()
  .regex(/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/, { error: 'must be a Salesforce id' })
  .nullable()
  .default(null);

/** What a shopper becomes whom nobody in Salesforce matches. */
const creatingShape = z.object({
  /** `Nobody`: their orders and carts come without a person. */
  as: z.enum(['Lead', 'Contact', 'PersonAccount', 'Nobody']).default('Lead'),
  recordTypeId: salesforceId,
  /** A user or a queue; null: whom the worker's user, or an assignment rule, gives them to. */
  ownerId: salesforceId,
  /** Whether the org's assignment rules decide who gets a new Lead. */
  assignmentRules: z.boolean().default(false),
  leadSource: z.string().min(1).max(40).nullable().default(null),
  campaignId: salesforceId,
  campaignStatus: z.string().min(1).max(40).nullable().default(null),
});
export type Creating = z.infer<typeof creatingShape>;

const companiesShape = z.object({
  /** Asked one after the other; the shop's company id is always the first that counts. */
  keys: z.array(z.enum(['companyId', 'domain', 'name'])).default(['companyId', 'domain']),
  /** Make an Account for a company that has an id in the shop and that nobody matches. */
  create: z.boolean().default(true),
  /** Domains that say nothing about a company, besides the well-known ones. */
  publicDomains: z.array(z.string().min(3).max(120)).max(500).default([]),
});

/** What follows from a shopper's word on one kind of mail. */
const consequence = (cart: 'allow' | 'hold') =>
  z.object({
    /** `hold`: no cart state that starts a program. */
    cart: z.enum(['allow', 'hold']).default(cart),
    /** Sets `HasOptedOutOfEmail`; nothing ever unsets it. */
    optOut: z.boolean().default(false),
  });

const wordsShape = z.object({
  given: consequence('allow').prefault({}),
  refused: consequence('hold').prefault({}),
  unknown: consequence('allow').prefault({}),
});

/** The admin's table; of several rows that apply the most restrictive wins. */
const consentShape = z.object({
  marketing: wordsShape.prefault({}),
  cartMail: wordsShape.prefault({}),
});

/** How Cartbridge treats people of an org. Each part is changed as a whole. */
export const peoplePolicyShape = z.object({
  matching: matchingShape.prefault({}),
  creating: z
    .object({ guest: creatingShape.prefault({}), registered: creatingShape.prefault({}) })
    .prefault({}),
  companies: companiesShape.prefault({}),
  consent: consentShape.prefault({}),
});
export type PeoplePolicy = z.infer<typeof peoplePolicyShape>;

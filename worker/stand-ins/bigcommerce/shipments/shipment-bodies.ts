import { z } from 'zod';

/** What the original knows by name; everything else has only a carrier of its tracking. */
export const PROVIDERS: Record<string, string> = {
  auspost: 'Australia Post',
  canadapost: 'Canada Post',
  endicia: 'Endicia',
  usps: 'USPS',
  fedex: 'FedEx',
  royalmail: 'Royal Mail',
  ups: 'UPS',
  upsready: 'UPS®',
  upsonline: 'UPS OnLine',
  shipperhq: 'ShipperHQ',
};

const sent = {
  order_address_id: z.number().int(),
  tracking_number: z.string().max(50).optional(),
  tracking_carrier: z.string().optional(),
  tracking_link: z.string().optional(),
  shipping_provider: z
    .string()
    .refine((name) => name === '' || name in PROVIDERS, { error: 'is not known' })
    .optional(),
  shipping_method: z.string().optional(),
  comments: z.string().optional(),
  merchant_shipping_cost: z.union([z.string(), z.number()]).optional(),
};

/** A request that brings one of these is refused, whatever it says. */
const readOnly = {
  id: z.never().optional(),
  order_id: z.never().optional(),
  customer_id: z.never().optional(),
  date_created: z.never().optional(),
  billing_address: z.never().optional(),
  shipping_address: z.never().optional(),
};

export const newShipmentBody = z.object({
  ...sent,
  ...readOnly,
  items: z
    .array(z.object({ order_product_id: z.number().int(), quantity: z.number().int().min(1) }))
    .min(1),
});
export const changedShipmentBody = z
  .object(sent)
  .partial()
  .extend({ ...readOnly, items: z.never().optional() });

export type NewShipment = z.infer<typeof newShipmentBody>;
export type ChangedShipment = z.infer<typeof changedShipmentBody>;

import { copyOf } from './copyOf.ts';
import {
  OWN_TARGETS,
  ownTargetId,
  type Mapping,
  type MappingSettings,
  type Row,
  type Target,
} from './model.ts';
import {
  B2B_PERSON_ROWS,
  CLARITY_COMPANY_ROW,
  CLARITY_ORDER_NAME_ROWS,
  withRows,
} from './templateB2b.ts';
import { CART_ITEM_ROWS, CART_ROWS } from './templateCart.ts';
import { COMPANY_ROWS } from './templateCompany.ts';
import { EDITION, editionOf } from './templateEditions.ts';
import { ORDER_ITEM_ROWS, ORDER_ROWS } from './templateOrder.ts';
import { COMPANY_ROW, CONTACT_ROWS, LEAD_ADDRESS_ROWS, PERSON_ROWS } from './templatePerson.ts';
import { RETURN_ROWS } from './templateReturn.ts';
import { SHIPMENT_ROWS } from './templateShipment.ts';
import { PLATFORM_ROW, PRODUCT_ROWS, SHOP_ROWS } from './templateShop.ts';

/** A ready mapping. Its settings are examples: those of a shop come from the shop. */
export interface Template {
  name: string;
  label: string;
  /** As `cartbridge.shop.platform` has it; empty: for shops of any platform. */
  platform: string;
  flavour: 'B2B' | 'B2C';
  /** Rises with every change of the mapping. */
  edition: number;
  mapping: Mapping;
}

const SETTINGS: MappingSettings = { country: 'US', timeZone: 'UTC' };

type ObjectRows = Readonly<Record<string, readonly Row[]>>;

const B2C: ObjectRows = {
  Shop__c: SHOP_ROWS,
  Commerce_Product__c: PRODUCT_ROWS,
  Account: COMPANY_ROWS,
  Lead: [...PERSON_ROWS, COMPANY_ROW, ...LEAD_ADDRESS_ROWS],
  Contact: [...PERSON_ROWS, ...CONTACT_ROWS],
  Order__c: ORDER_ROWS,
  Order_Item__c: ORDER_ITEM_ROWS,
  Shipment__c: SHIPMENT_ROWS,
  Return__c: RETURN_ROWS,
  Cart__c: CART_ROWS,
  Cart_Item__c: CART_ITEM_ROWS,
};

const B2B_PERSON = withRows(PERSON_ROWS, ...B2B_PERSON_ROWS);
const B2B: ObjectRows = {
  ...B2C,
  Lead: [...B2B_PERSON, COMPANY_ROW, ...LEAD_ADDRESS_ROWS],
  Contact: [...B2B_PERSON, ...CONTACT_ROWS],
};

const CLARITY_B2B: ObjectRows = {
  ...B2B,
  Lead: [...B2B_PERSON, CLARITY_COMPANY_ROW, ...LEAD_ADDRESS_ROWS],
  Order__c: [...CLARITY_ORDER_NAME_ROWS, ...ORDER_ROWS.filter(({ id }) => id !== 'order-number')],
};

/** Of shops nobody has thought of yet: whatever the platform is called. */
const ANY_SHOP: ObjectRows = { Shop__c: withRows(SHOP_ROWS, PLATFORM_ROW) };

export const TEMPLATES: readonly Template[] = [
  template('bigcommerce', 'B2C', 'BigCommerce B2C', B2C),
  template('bigcommerce', 'B2B', 'BigCommerce B2B', B2B),
  template('clarity', 'B2C', 'Clarity B2C', B2C),
  template('clarity', 'B2B', 'Clarity B2B', CLARITY_B2B),
  template('', 'B2C', 'Any shop B2C', { ...B2C, ...ANY_SHOP }),
  template('', 'B2B', 'Any shop B2B', { ...B2B, ...ANY_SHOP }),
];

export function templateOf(name: string): Template | undefined {
  return TEMPLATES.find((one) => one.name === name);
}

/** What a new shop of the platform begins with; of one without templates what suits any shop. */
export function defaultTemplate(platform: string): Template {
  const all = TEMPLATES.filter(({ flavour }) => flavour === 'B2C');
  const found = all.find((one) => one.platform === platform);
  return found ?? (all.find((one) => one.platform === '') as Template);
}

/**
 * The edition of its template a mapping was last looked at with; undefined where the template is
 * none of ours, or the edition is not known.
 */
export function formerEdition({ template: from }: Mapping): Mapping | undefined {
  const known = from && templateOf(from.name);
  return known ? editionOf(known.mapping, from.edition) : undefined;
}

/** A mapping of one's own that begins with a template. */
export function beginMapping({ mapping }: Template, settings: MappingSettings): Mapping {
  return { ...copyOf(mapping), settings: { ...settings } };
}

function template(
  platform: string,
  flavour: Template['flavour'],
  label: string,
  objects: ObjectRows,
): Template {
  const name = `${platform || 'any'}-${flavour.toLowerCase()}`;
  const targets = Object.entries(objects).map(([object, rows]) => targetOf(object, rows));
  const made: Mapping = {
    format: 1,
    template: { name, edition: EDITION },
    settings: { ...SETTINGS },
    targets,
  };
  return { name, label, platform, flavour, edition: EDITION, mapping: made };
}

function targetOf(object: string, rows: readonly Row[]): Target {
  const from = OWN_TARGETS[object];
  if (!from) throw new TypeError(`No source is known for ${object}.`);
  // Each template has rows of its own: whoever edits one must not edit all.
  return { id: ownTargetId(object), object, from, rows: [...copyOf(rows)] };
}

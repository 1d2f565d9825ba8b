import { copyOf } from './copyOf.ts';
import { OWN_TARGETS, type Mapping, type MappingSettings, type Row, type Target } from './model.ts';
import {
  B2B_PERSON_ROWS,
  CLARITY_COMPANY_ROW,
  CLARITY_ORDER_NAME_ROWS,
  withRows,
} from './templateB2b.ts';
import { CART_ITEM_ROWS, CART_ROWS } from './templateCart.ts';
import { ORDER_ITEM_ROWS, ORDER_ROWS } from './templateOrder.ts';
import { COMPANY_ROW, PERSON_ROWS } from './templatePerson.ts';
import { PRODUCT_ROWS, SHOP_ROWS } from './templateShop.ts';

export type Platform = 'bigcommerce' | 'clarity';

/** A ready mapping. Its settings are examples: those of a shop come from the shop. */
export interface Template {
  name: string;
  label: string;
  platform: Platform;
  flavour: 'B2B' | 'B2C';
  /** Rises with every change of the mapping. */
  edition: number;
  mapping: Mapping;
}

const EDITION = 1;
const SETTINGS: MappingSettings = { country: 'US', timeZone: 'UTC' };

type ObjectRows = Readonly<Record<string, readonly Row[]>>;

const B2C: ObjectRows = {
  Shop__c: SHOP_ROWS,
  Commerce_Product__c: PRODUCT_ROWS,
  Lead: [...PERSON_ROWS, COMPANY_ROW],
  Contact: PERSON_ROWS,
  Order__c: ORDER_ROWS,
  Order_Item__c: ORDER_ITEM_ROWS,
  Cart__c: CART_ROWS,
  Cart_Item__c: CART_ITEM_ROWS,
};

const B2B_PERSON = withRows(PERSON_ROWS, ...B2B_PERSON_ROWS);
const B2B: ObjectRows = { ...B2C, Lead: [...B2B_PERSON, COMPANY_ROW], Contact: B2B_PERSON };

const CLARITY_B2B: ObjectRows = {
  ...B2B,
  Lead: [...B2B_PERSON, CLARITY_COMPANY_ROW],
  Order__c: [...CLARITY_ORDER_NAME_ROWS, ...ORDER_ROWS.filter(({ id }) => id !== 'order-number')],
};

export const TEMPLATES: readonly Template[] = [
  template('bigcommerce', 'B2C', 'BigCommerce B2C', B2C),
  template('bigcommerce', 'B2B', 'BigCommerce B2B', B2B),
  template('clarity', 'B2C', 'Clarity B2C', B2C),
  template('clarity', 'B2B', 'Clarity B2B', CLARITY_B2B),
];

export function templateOf(name: string): Template | undefined {
  return TEMPLATES.find((one) => one.name === name);
}

/** What a new shop of the platform begins with. */
export function defaultTemplate(platform: Platform): Template {
  return TEMPLATES.find((one) => one.platform === platform && one.flavour === 'B2C') as Template;
}

/** A mapping of one's own that begins with a template. */
export function beginMapping({ mapping }: Template, settings: MappingSettings): Mapping {
  return { ...copyOf(mapping), settings: { ...settings } };
}

function template(
  platform: Platform,
  flavour: Template['flavour'],
  label: string,
  objects: ObjectRows,
): Template {
  const name = `${platform}-${flavour.toLowerCase()}`;
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
  return { id: object, object, from, rows: [...copyOf(rows)] };
}

import { onTestFinished } from 'vitest';
import type { Recipe } from '../../../stand-ins/engagement/recipes/recipe.ts';
import {
  startEngagement,
  type EngagementOptions,
  type LocalBusinessUnit,
} from '../../../stand-ins/engagement/start.ts';
import { startSalesforce, type LocalOrg } from '../../../stand-ins/salesforce/start.ts';

export const ADMIN_TOKEN = '00Dadmin!token';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Reply {
  status: number;
  body: Record<string, unknown>;
}

/** The org's API as the administrator. */
export interface OrgPlace {
  org: LocalOrg;
  /** Answers the new id. */
  create: (object: string, values: object) => Promise<string>;
  update: (object: string, id: string, values: object) => Promise<void>;
  remove: (object: string, id: string) => Promise<void>;
}

export interface UnitPlace {
  unit: LocalBusinessUnit;
  /** The API v5 as the administrator. */
  api: (method: string, path: string, body?: unknown) => Promise<Reply>;
  /** All there is of a kind, `objects/lists` for instance, with these fields. */
  all: (path: string, fields: string) => Promise<Record<string, unknown>[]>;
  /** The only prospect with this address, with these fields. */
  prospect: (email: string, fields: string) => Promise<Record<string, unknown>>;
}

/** An org and a business unit beside it, gone after the test. */
export async function openPlace(
  options: Partial<EngagementOptions> = {},
  orgOptions: Parameters<typeof startSalesforce>[0] = {},
): Promise<Place> {
  const place = await openOrg(orgOptions);
  return { ...place, ...(await openUnitBeside(place.org, options)) };
}

export async function openOrg(
  options: Parameters<typeof startSalesforce>[0] = {},
): Promise<OrgPlace> {
  const org = await startSalesforce({ adminToken: ADMIN_TOKEN, ...options });
  onTestFinished(() => org.close());
  async function write(method: string, path: string, body?: unknown): Promise<{ id: string }> {
    const response = await fetch(`${org.url}/services/data/v66.0/sobjects/${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text || '{}') as { id: string };
  }
  return {
    org,
    create: async (object, values) => (await write('POST', object, values)).id,
    update: async (object, id, values) => {
      await write('PATCH', `${object}/${id}`, values);
    },
    remove: async (object, id) => {
      await write('DELETE', `${object}/${id}`);
    },
  };
}

export async function openUnitBeside(
  org: LocalOrg,
  options: Partial<EngagementOptions> = {},
): Promise<UnitPlace> {
  const salesforce = { instanceUrl: org.url, accessToken: ADMIN_TOKEN };
  const unit = await startEngagement({ salesforce, ...options });
  onTestFinished(() => unit.close());
  const all: UnitPlace['all'] = async (path, fields) => {
    const { body } = await callApi(unit, 'GET', `${path}?fields=${fields}`);
    return body.values as Record<string, unknown>[];
  };
  return {
    unit,
    api: (method, path, body) => callApi(unit, method, path, { body }),
    all,
    async prospect(email, fields) {
      const found = await all('objects/prospects', `${fields}&email=${encodeURIComponent(email)}`);
      const [prospect] = found;
      if (!prospect || found.length > 1) {
        throw new Error(`Expected one prospect with ${email}, found ${found.length}.`);
      }
      return prospect;
    },
  };
}

/** One call with headers that a test may replace; an empty text leaves a header out. */
export async function callApi(
  unit: LocalBusinessUnit,
  method: string,
  path: string,
  { body, token = ADMIN_TOKEN, businessUnit = unit.businessUnitId }: CallOptions = {},
): Promise<Reply> {
  const response = await fetch(`${unit.url}/api/v5/${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(businessUnit && { 'pardot-business-unit-id': businessUnit }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
}

interface CallOptions {
  body?: unknown;
  token?: string;
  businessUnit?: string;
}

/** A recipe with nothing in it but what a test names. */
export function recipe(parts: Partial<Recipe>): Recipe {
  return { settings: {}, customFields: [], lists: [], programs: [], ...parts };
}

/** Prospect fields for these fields of Lead and Contact, in which Salesforce's value survives. */
export function mapped(...names: string[]): Recipe['customFields'] {
  return names.map((name) => ({
    name,
    fieldId: name.replace(/__c$/, ''),
    type: 'Text',
    salesforceField: name,
    behaviour: 'salesforce',
  }));
}

export type Place = OrgPlace & UnitPlace;

/** Lets time pass while nothing happens in Salesforce, which makes days as short as minutes. */
export async function passQuietly({ unit }: UnitPlace, milliseconds: number): Promise<void> {
  unit.changeSettings({ connectorPaused: true });
  await unit.clock.advance(milliseconds);
  unit.changeSettings({ connectorPaused: false });
}

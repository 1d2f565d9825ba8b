import type { Store } from '../../../kit/store.ts';

/** What an org can be given beyond the usual, never to lose it again. */
export const FEATURES = ['personAccounts', 'multiCurrency', 'stateCountryPicklists'] as const;
export type Feature = (typeof FEATURES)[number];

export interface Features {
  has(feature: Feature): boolean;
  /** Remembered by the store; the schema follows at the next `org.reload()`. */
  enable(feature: Feature): void;
  /** ISO codes of the currencies that records may be in, and the company's own. */
  currencies(): { active: string[]; corporate: string };
}

export const NO_FEATURES: Features = {
  has: () => false,
  enable: () => undefined,
  currencies: () => ({ active: [], corporate: '' }),
};

export function createFeatures(store: Store): Features {
  const enabled = store.collection<boolean>('feature');
  const types = store.collection<Record<string, unknown>>('CurrencyType');
  return {
    has: (feature) => enabled.get(feature) === true,
    enable: (feature) => enabled.set(feature, true),
    currencies() {
      const all = types.values().filter((type) => type.IsDeleted !== true);
      const codes = (rows: typeof all): string[] => rows.map((type) => String(type.IsoCode));
      const [corporate = ''] = codes(all.filter((type) => type.IsCorporate === true));
      return { active: codes(all.filter((type) => type.IsActive === true)), corporate };
    },
  };
}

/** Throws when the org cannot be given a feature of this name. */
export function readFeature(name: string): Feature {
  const feature = FEATURES.find((one) => one === name);
  if (!feature) throw new Error(`"${name}" is no feature; there are ${FEATURES.join(', ')}.`);
  return feature;
}

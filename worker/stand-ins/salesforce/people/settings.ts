import type { Store } from '../../kit/store.ts';

/** Where the admin lets a custom field of a Lead go when the Lead is converted. */
export interface LeadFieldMapping {
  /** API name on Lead. */
  lead: string;
  to: 'Account' | 'Contact' | 'Opportunity';
  /** API name there; the Lead's own when absent. */
  field?: string;
}

/** How the admin has set up the conversion of leads. */
export interface ConversionSettings {
  mappings(): LeadFieldMapping[];
  /** Replaces the mapping of custom fields. A bare name goes to the Contact's field of that name. */
  map(fields: (string | LeadFieldMapping)[]): void;
}

export function createConversionSettings(store: Store): ConversionSettings {
  const lists = store.collection<LeadFieldMapping[]>('lead conversion');
  return {
    mappings: () => lists.get('fields') ?? [],
    map: (fields) =>
      lists.set(
        'fields',
        fields.map((field) => (typeof field === 'string' ? { lead: field, to: 'Contact' } : field)),
      ),
  };
}

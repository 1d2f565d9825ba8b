import type { Failure } from '../shared/failure.ts';
import type { Settings } from '../shared/settings.ts';
import type { Shop } from '../shared/shops.ts';

/** The page on which a shop of a platform is connected, as data: it is drawn in `pages/`. */
export interface ShopForm {
  /** How the shop is prepared, shown before the fields; nothing when absent. */
  guide?: Guide;
  groups: FieldGroup[];
  read(typed: Typed, place: Place): ReadForm;
  /** What stands in the form of a shop that is connected anew; never a secret. */
  typedOf(shop: Shop): Typed;
  /** What a person can mend, at its field or at `form`. */
  explain(failure: Failure, typed: Typed): FormErrors;
  /** What is left to do in the shop once it is connected, shown beside it; nothing when absent. */
  afterwards?(shop: Shop): Guide;
}

export interface Guide {
  heading: string;
  /** Whole sentences, in their order. */
  steps: Step[];
}

export type Step = string | { text: string; list: string[]; then?: string };

export interface FieldGroup {
  /** Absent for a form that needs no parts. */
  heading?: string;
  hint?: string;
  fields: FormField[];
}

export interface FormField {
  name: string;
  label: string;
  hint: string;
  /** A secret is never shown again. */
  kind: 'text' | 'secret' | 'choice' | 'long';
  optional?: true;
  /** Of a choice. */
  options?: { value: string; label: string }[];
  /** What stands there before anybody typed. */
  value?: string;
}

/** What came of each field, by name. */
export type Typed = Readonly<Record<string, string>>;

/** Where this worker and its shops are. */
export type Place = Pick<Settings, 'workerUrl' | 'bigcommerceUrl'>;

/** By field; `form` for what concerns none. */
export type FormErrors = Partial<Record<string, string>>;

export type ReadForm = { errors: FormErrors; read?: never } | { errors?: never; read: FormShop };

/** A shop as the form tells of it: its connection, less what the page adds. */
export interface FormShop {
  connection: Record<string, unknown> & { apiUrl: string };
  /** What the shop calls itself in its webhooks. */
  producer: string;
  /** Whether no two shops of the platform are called so; otherwise they may differ by address. */
  isUnique: boolean;
  /** For the id of a new shop: letters, digits, hyphens. */
  idHint: string;
}

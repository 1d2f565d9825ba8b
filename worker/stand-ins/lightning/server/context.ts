import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BASE_COMPONENTS } from '../build/places.ts';
import type { SignedInUser } from './users.ts';

/** What modules below `@salesforce/` answer about the user, the browser and the formats. */
export interface PageContext {
  user: { Id: string; isGuest: false };
  client: { formFactor: 'Large' | 'Medium' | 'Small' };
  i18n: Record<string, unknown>;
  userPermissions: string[];
  customPermissions: string[];
}

export interface Formats {
  /** Such as `de-DE`. */
  locale?: string;
  /** Such as `de`. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Such as `Europe/Berlin`. */
  timeZone?: string;
  /** Such as `EUR`. */
  currency?: string;
}

let defaults: Promise<Record<string, unknown>> | undefined;

/** The formats that the base components were published with: American English. */
async function defaultFormats(): Promise<Record<string, unknown>> {
  const folder = join(BASE_COMPONENTS, 'scopedImports');
  const prefix = '@salesforce-i18n-';
  const files = readdirSync(folder).filter((file) => file.startsWith(prefix));
  const entries = await Promise.all(
    files.map(async (file): Promise<[string, unknown]> => {
      const module = (await import(join(folder, file))) as { default: unknown };
      return [file.slice(prefix.length, -'.js'.length), module.default];
    }),
  );
  return Object.fromEntries(entries);
}

/** The text of the module from which every page takes its context. */
export async function contextModule(
  user: SignedInUser,
  formFactor: PageContext['client']['formFactor'],
  formats: Formats,
): Promise<string> {
  defaults ??= defaultFormats();
  const context: PageContext = {
    user: { Id: user.id, isGuest: false },
    client: { formFactor },
    i18n: { ...(await defaults), ...user.formats, ...formats },
    userPermissions: [],
    customPermissions: [],
  };
  return `export const context = ${JSON.stringify(context)};\n`;
}

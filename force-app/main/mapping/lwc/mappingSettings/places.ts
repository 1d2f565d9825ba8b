import LOCALE from '@salesforce/i18n/locale';
import type { Choice } from 'c/mappingView';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The countries of ISO 3166, by the user's names for them. */
export function countryChoices(): Choice[] {
  const names = new Intl.DisplayNames(LOCALE, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  return codes
    .flatMap((value) => {
      const label = names.of(value);
      return label ? [{ value, label, detail: '', meta: value, group: '' }] : [];
    })
    .sort((one, other) => one.label.localeCompare(other.label));
}

/** The time zones that the browser knows, by their names in the IANA database. */
export function timeZoneChoices(): Choice[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
    ...{ value, label: value.replaceAll('_', ' '), detail: '', meta: '' },
    group: value.includes('/') ? (value.split('/')[0] ?? '') : '',
  }));
}

import { COUNTRIES } from 'c/mappingEngine';
import { countryName, type Choice } from 'c/mappingView';

/** The countries that the engine knows, by the user's names for them. */
export function countryChoices(): Choice[] {
  return COUNTRIES.map(({ code }) => ({
    ...{ value: code, label: countryName(code), detail: '', meta: code, group: '' },
  })).sort((one, other) => one.label.localeCompare(other.label));
}

/** The time zones that the browser knows, by their names in the IANA database. */
export function timeZoneChoices(): Choice[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
    ...{ value, label: value.replaceAll('_', ' '), detail: '', meta: '' },
    group: value.includes('/') ? (value.split('/')[0] ?? '') : '',
  }));
}

import { api } from 'lwc';
import type { MappingSettings as Settings } from 'c/mappingEngine';
import { labels } from 'c/mappingFieldsLabels';
import LightningModal from 'lightning/modal';
import { countryChoices, timeZoneChoices } from './places';

/** Closes with the settings; with nothing when it was canceled. */
export default class MappingSettings extends LightningModal {
  @api settings: Settings = { country: '', timeZone: '' };
  labels = labels;
  countries = countryChoices();
  timeZones = timeZoneChoices();
  private changes: Partial<Settings> = {};

  get chosen(): Settings {
    return { ...this.settings, ...this.changes };
  }

  handleCountry(event: CustomEvent<{ value: string }>): void {
    this.changes = { ...this.changes, country: event.detail.value };
  }

  handleTimeZone(event: CustomEvent<{ value: string }>): void {
    this.changes = { ...this.changes, timeZone: event.detail.value };
  }

  handleCancel(): void {
    this.close();
  }

  handleApply(): void {
    this.close(this.chosen);
  }
}

import { LightningElement, api } from 'lwc';
import type { MappingSettings } from 'c/mappingEngine';
import { count, fill } from 'c/format';
import { labels } from 'c/mappingFieldsLabels';
import { countryName } from 'c/mappingView';

export interface TargetView {
  id: string;
  label: string;
  rows: number;
  /** How many things about it need a look. */
  attention: number;
  off: boolean;
}

/** Says `target` with the id of the one that is chosen, `add`, and `settings`. */
export default class MappingTargets extends LightningElement {
  @api targets: TargetView[] = [];
  @api chosen = '';
  @api settings: MappingSettings = { country: '', timeZone: '' };
  @api readOnly = false;
  labels = labels;

  get mayAdd(): boolean {
    return !this.readOnly;
  }

  get settingsText(): string {
    const { country, timeZone } = this.settings;
    return fill(labels.settingsText, countryName(country), timeZone);
  }

  get items() {
    return this.targets.map(({ id, label, rows, attention, off }) => {
      const isChosen = id === this.chosen;
      const about = [fill(labels.targetCount, count(rows))];
      if (attention > 0) about.push(fill(labels.targetAttention, count(attention)));
      if (off) about.push(labels.targetOff);
      return {
        ...{ id, label, off, attention: attention > 0 },
        about: about.join(' · '),
        className: isChosen ? 'target chosen' : 'target',
        current: isChosen ? 'true' : null,
      };
    });
  }

  handleChoose(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('target', { detail: { id } }));
  }

  handleSettings(): void {
    this.dispatchEvent(new CustomEvent('settings'));
  }

  handleAdd(): void {
    this.dispatchEvent(new CustomEvent('add'));
  }
}

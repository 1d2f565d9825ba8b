import { LightningElement, api } from 'lwc';
import { count } from 'c/format';
import type { Place, What } from 'c/privacyData';
import { labels } from 'c/privacyLabels';

interface Look {
  text: string;
  icon: string;
  variant: string;
}

const LOOKS: Record<What, Look> = {
  erased: { text: labels.erased, icon: 'utility:delete', variant: 'error' },
  anonymised: { text: labels.anonymised, icon: 'utility:hide', variant: 'warning' },
  kept: { text: labels.kept, icon: 'utility:pin', variant: '' },
};

/** Where something is held, how much of it, and what happens to it there. */
export default class PrivacyPlaces extends LightningElement {
  @api places: Place[] = [];
  @api label = '';
  labels = labels;

  get rows() {
    return this.places.map(({ place, label, where, count: amount, what, note = '' }) => ({
      ...{ key: `${where} ${place} ${what ?? ''}`, label, note, amount: count(amount) },
      where: where === 'salesforce' ? labels.salesforce : labels.worker,
      look: what && LOOKS[what],
    }));
  }

  get hasWhat(): boolean {
    return this.places.some(({ what }) => what !== undefined);
  }

  get hasNotes(): boolean {
    return this.places.some(({ note }) => Boolean(note));
  }
}

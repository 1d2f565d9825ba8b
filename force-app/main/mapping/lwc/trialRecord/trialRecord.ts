import { LightningElement, api } from 'lwc';
import { labels } from './labels';
import type { Trial } from './trial';
import { noticesOf, verdictOf, whoText, writeView, type WriteView } from './trialView';

export { verdictOf } from './trialView';
export type { Trial } from './trial';

const LOOKS = {
  refused: { icon: 'utility:error', variant: 'error', text: labels.refused },
  noticed: { icon: 'utility:warning', variant: 'warning', text: labels.noticed },
  written: { icon: 'utility:success', variant: 'success', text: labels.written },
  same: { icon: 'utility:check', variant: '', text: labels.unchanged },
};

/** What would become of one record of the shop. */
export default class TrialRecord extends LightningElement {
  @api trial: Trial | undefined;
  labels = labels;
  showSame = false;

  get look(): { icon: string; variant: string; text: string } {
    return LOOKS[this.trial ? verdictOf(this.trial) : 'same'];
  }

  get who(): string {
    return this.trial ? whoText(this.trial) : '';
  }

  get candidates(): { id: string; name: string; text: string }[] {
    return (this.trial?.person.candidates ?? []).map(({ id, name, object, why }) => ({
      ...{ id, name: name || id, text: `${object}. ${why}` },
    }));
  }

  get personName(): string {
    const { name, id } = this.trial?.person ?? {};
    return name || id || '';
  }

  get notices(): { key: string; text: string }[] {
    return this.trial ? noticesOf(this.trial) : [];
  }

  get writes(): WriteView[] {
    return (this.trial?.writes ?? []).map((write, at) => writeView(write, at, this.showSame));
  }

  get hasSame(): boolean {
    return (this.trial?.writes ?? []).some(({ fields }) =>
      fields.some(({ change }) => change === 'same'),
    );
  }

  toggleSame({ target }: Event): void {
    this.showSame = (target as HTMLInputElement).checked;
  }
}

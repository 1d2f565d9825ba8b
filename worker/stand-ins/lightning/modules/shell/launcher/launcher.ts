import LightningModal from 'lightning/modal';
import { shellModel } from '../../data/shell-model.ts';

/** Closes with the name of the app that was chosen. */
export default class Launcher extends LightningModal {
  get apps() {
    return shellModel().apps.map(({ name, label, description }) => ({
      name,
      label,
      description,
      initials: label.slice(0, 2),
    }));
  }

  choose(event: Event): void {
    this.close((event.currentTarget as HTMLElement).dataset.app);
  }
}

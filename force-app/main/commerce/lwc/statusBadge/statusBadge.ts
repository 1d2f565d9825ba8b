import { LightningElement, api } from 'lwc';
import type { Tone } from 'c/statuses';

const LOOKS: Record<Tone, { theme: string; icon: string; variant: string }> = {
  good: { theme: 'slds-theme_success', icon: 'utility:success', variant: 'inverse' },
  waiting: { theme: '', icon: 'utility:clock', variant: '' },
  attention: { theme: 'slds-theme_warning', icon: 'utility:warning', variant: '' },
  ended: { theme: 'slds-theme_error', icon: 'utility:ban', variant: 'inverse' },
};

export default class StatusBadge extends LightningElement {
  @api label = '';
  @api tone: Tone = 'waiting';

  get classes(): string {
    return `slds-badge ${LOOKS[this.tone].theme}`.trim();
  }

  get iconName(): string {
    return LOOKS[this.tone].icon;
  }

  get variant(): string {
    return LOOKS[this.tone].variant;
  }
}

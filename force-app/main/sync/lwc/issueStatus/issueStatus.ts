import { LightningElement, api } from 'lwc';
import { labels } from 'c/issueLabels';

interface Look {
  text: string;
  icon: string;
  variant: string;
}

const LOOKS: Record<string, Look> = {
  Open: { text: labels.statusOpen, icon: 'utility:warning', variant: 'warning' },
  Retrying: { text: labels.statusRetrying, icon: 'utility:sync', variant: '' },
  Ignoring: { text: labels.statusIgnoring, icon: 'utility:sync', variant: '' },
  Solved: { text: labels.statusSolved, icon: 'utility:success', variant: 'success' },
  Ignored: { text: labels.statusIgnored, icon: 'utility:ban', variant: '' },
};

export default class IssueStatus extends LightningElement {
  @api status = '';

  get look(): Look {
    return LOOKS[this.status] ?? { text: this.status, icon: 'utility:question', variant: '' };
  }
}

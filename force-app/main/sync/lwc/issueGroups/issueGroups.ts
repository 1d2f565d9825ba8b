import { LightningElement, api } from 'lwc';
import { count } from 'c/format';
import type { Group } from 'c/issueData';
import { labels } from 'c/issueLabels';
import { causeText } from 'c/issueWords';

interface Row {
  cause: string;
  text: string;
  count: string;
  current: string;
  className: string;
}

/** Says `cause` when one is chosen; an empty one for all. */
export default class IssueGroups extends LightningElement {
  @api groups: Group[] = [];
  @api cause = '';
  labels = labels;

  get rows(): Row[] {
    const all = this.groups.reduce((sum, group) => sum + group.count, 0);
    return [
      this.rowOf('', labels.allCauses, all),
      ...this.groups.map((group) => this.rowOf(group.cause, causeText(group.cause), group.count)),
    ];
  }

  private rowOf(cause: string, text: string, issues: number): Row {
    const isCurrent = cause === this.cause;
    return {
      ...{ cause, text, count: count(issues) },
      current: String(isCurrent),
      className: isCurrent ? 'group chosen' : 'group',
    };
  }

  handleClick(event: Event): void {
    const { cause = '' } = (event.currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent('cause', { detail: { cause } }));
  }
}

import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import type { Change } from 'c/mappingEngine';
import { grouped, type Group } from './grouped';
import { labels } from './labels';

/** As many as are read at a glance; the others come when they are wanted. */
const GLANCE = 15;

/** What leads from one mapping to another, object by object. */
export default class MappingDifferences extends LightningElement {
  @api changes: Change[] = [];
  isAll = false;

  get groups(): Group[] {
    return grouped(this.isAll ? this.changes : this.changes.slice(0, GLANCE));
  }

  get hasMore(): boolean {
    return !this.isAll && this.changes.length > GLANCE;
  }

  get moreText(): string {
    return fill(labels.showAll, count(this.changes.length));
  }

  showMore(): void {
    this.isAll = true;
  }
}

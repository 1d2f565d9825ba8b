import { LightningElement, api } from 'lwc';
import { count, fill } from 'c/format';
import type { Finding } from 'c/mappingEngine';
import { grouped, type Group } from './grouped';
import showAll from '@salesforce/label/c.Mapping_Findings_Show_All';

/** As many as are read at a glance; the others come when they are wanted. */
const GLANCE = 10;

/** What is wrong with a mapping, object by object: what, and what to do about it. */
export default class MappingFindings extends LightningElement {
  @api findings: Finding[] = [];
  isAll = false;

  get groups(): Group[] {
    return grouped(this.isAll ? this.findings : this.findings.slice(0, GLANCE));
  }

  get hasMore(): boolean {
    return !this.isAll && this.findings.length > GLANCE;
  }

  get moreText(): string {
    return fill(showAll, count(this.findings.length));
  }

  showMore(): void {
    this.isAll = true;
  }
}

import { LightningElement, api } from 'lwc';
import { ago, count, fill } from 'c/format';
import type { MappingJob, MappingRecord, Version } from 'c/mappingData';
import type { Finding } from 'c/mappingEngine';
import { labels } from './labels';
import { isSilent } from 'c/silence';
import type { Outcome } from './outcome';
import { askedTexts, changesText, keptText, versionText, type Kept } from './words';

export { findingsIn, outcomeOf, waiting, type Outcome, type Proposal } from './outcome';
export type { Kept } from './words';

/**
 * How a draft stands, and what can be done with it as a whole. Says what was pressed: `undo`,
 * `redo`, `discard`, `publish`, `keepmine`, `taketheirs`, `save`, or `shop` with its mapping's id.
 */
export default class MappingHead extends LightningElement {
  @api record: MappingRecord | undefined;
  /** Of all shops. */
  @api mappings: MappingRecord[] = [];
  @api versions: Version[] = [];
  /** Of this shop, newest first. */
  @api jobs: MappingJob[] = [];
  /** Between what is published and the draft. */
  @api changes = 0;
  /** The version the draft began from. */
  @api base = 0;
  /** When the worker was last heard of; empty: never. */
  @api heardAt = '';
  @api kept: Kept = 'saved';
  @api keptError: unknown;
  @api canUndo = false;
  @api canRedo = false;
  @api readOnly = false;
  @api isUnreadable = false;
  /** What became of what was published last. */
  @api outcome: Outcome | undefined;
  labels = labels;

  get shops(): { label: string; value: string }[] {
    return this.mappings.map(({ id, shopName }) => ({ label: shopName, value: id }));
  }

  get hasSeveral(): boolean {
    return this.mappings.length > 1;
  }

  get isSame(): boolean {
    return this.changes === 0;
  }

  get versionText(): string {
    const { published = 0, shopName = '' } = this.record ?? {};
    const version = this.versions.find(({ number }) => number === published);
    return versionText(published, shopName, version);
  }

  get stateText(): string {
    const kept = this.isSame || this.hasNotSaved ? '' : this.keptText;
    const asked = askedTexts(this.jobs);
    return [changesText(this.changes), kept, ...asked].filter(Boolean).join(' ');
  }

  get keptText(): string {
    return keptText(this.kept, this.keptError);
  }

  get cannotUndo(): boolean {
    return !this.canUndo;
  }

  get cannotRedo(): boolean {
    return !this.canRedo;
  }

  get mayChange(): boolean {
    return !this.readOnly;
  }

  get noticeText(): string {
    if (this.isUnreadable) return labels.unreadable;
    const { published = 0 } = this.record ?? {};
    const isOlder = this.base > 0 && this.base < published && !this.isSame;
    return isOlder ? fill(labels.newerBase, count(published), count(this.base)) : '';
  }

  get isConflict(): boolean {
    return this.kept === 'conflict';
  }

  get conflictText(): string {
    return fill(labels.conflict, this.record?.modifiedBy || labels.someone);
  }

  get hasNotSaved(): boolean {
    return this.kept === 'failed';
  }

  get isPublishing(): boolean {
    return this.outcome?.state === 'asked';
  }

  get publishingText(): string {
    if (!this.heardAt) return labels.publishingNever;
    return isSilent(this.heardAt)
      ? fill(labels.publishingLater, ago(this.heardAt))
      : labels.publishing;
  }

  get publishedText(): string {
    const { outcome } = this;
    return outcome?.state === 'published' ? fill(labels.published, count(outcome.number)) : '';
  }

  get hasRefusals(): boolean {
    return this.outcome?.state === 'refused';
  }

  get refusals(): Finding[] {
    const { outcome } = this;
    if (outcome?.state !== 'refused') return [];
    return outcome.findings.filter(({ severity }) => severity === 'error');
  }

  get failedText(): string {
    const { outcome } = this;
    return outcome?.state === 'failed' ? fill(labels.publishFailed, outcome.message) : '';
  }

  say({ currentTarget }: Event): void {
    const { id = '' } = (currentTarget as HTMLElement).dataset;
    this.dispatchEvent(new CustomEvent(id));
  }

  chooseShop({ detail }: CustomEvent<{ value: string }>): void {
    this.dispatchEvent(new CustomEvent('shop', { detail: detail.value }));
  }
}

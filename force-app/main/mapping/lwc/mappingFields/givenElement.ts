import { LightningElement, api } from 'lwc';
import type { Mapping, ObjectDescribe, Row, Sample } from 'c/mappingEngine';
import { StableRows } from 'c/mappingView';
import { NOTHING_GIVEN, type Given } from './fieldsView';

/** What the page hands down to the fields, kept without its proxies. */
export abstract class GivenElement extends LightningElement {
  protected given: Given = NOTHING_GIVEN;
  /** A row in which somebody types; the page hears of it when the field is left. */
  protected typed: Row | undefined;
  private stable = new StableRows();
  private stablePublished = new StableRows();
  private isStale = false;

  @api get mapping(): Mapping {
    return this.given.mapping;
  }
  set mapping(mapping: Mapping) {
    this.typed = undefined;
    this.give({ mapping: this.stable.take(mapping) });
  }

  @api get published(): Mapping | null {
    return this.given.published;
  }
  set published(mapping: Mapping | null) {
    this.give({ published: mapping && this.stablePublished.take(mapping) });
  }

  @api get samples(): readonly Sample[] {
    return this.given.samples;
  }
  set samples(samples: readonly Sample[] | undefined) {
    this.give({ samples: samples ?? [] });
  }

  @api get describes(): ReadonlyMap<string, ObjectDescribe> | null {
    return this.given.describes;
  }
  set describes(describes: ReadonlyMap<string, ObjectDescribe> | null) {
    this.give({ describes });
  }

  @api get seenPaths(): ReadonlySet<string> | undefined {
    return this.given.seenPaths;
  }
  set seenPaths(seenPaths: ReadonlySet<string> | undefined) {
    this.give({ seenPaths });
  }

  @api get paused(): ReadonlySet<string> {
    return this.given.paused;
  }
  set paused(paused: ReadonlySet<string> | undefined) {
    this.give({ paused: paused ?? new Set() });
  }

  /** Called once after all that was set together. */
  protected abstract isHandedOver(): void;

  private give(given: Partial<Given>): void {
    this.given = { ...this.given, ...given };
    if (this.isStale) return;
    this.isStale = true;
    void Promise.resolve().then(() => {
      this.isStale = false;
      this.isHandedOver();
    });
  }
}

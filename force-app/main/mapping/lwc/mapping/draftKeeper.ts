import type { Kept } from 'c/mappingHead';

/** The draft of one mapping as it is kept. */
export interface KeptRecord {
  id: string;
  draft: string;
  /** When the record was last changed, as far as this screen knows. */
  modifiedAt: string;
}

/**
 * Writes a draft over the one that was read at `since`, or over any without it. Answers when it was
 * written. Throws what the platform throws, a 412 where the record was changed since.
 */
export type WriteDraft = (id: string, draft: string, since?: string) => Promise<string>;

export interface KeeperParts {
  write: WriteDraft;
  /** Has the record read again; `seen` hears of it. */
  look: () => Promise<unknown>;
  /** Called at each change of `kept`. */
  onKept: (kept: Kept, error?: unknown) => void;
  delayMs?: number;
}

const DELAY_MS = 1_000;
/** A record that is changed between every look and every write is somebody's script. */
const MOST_REFUSALS = 3;

/**
 * Saves a draft a moment after the last change, one save after the other, and never over what
 * somebody else saved meanwhile.
 */
export class DraftKeeper {
  kept: Kept = 'saved';
  private readonly parts: KeeperParts;
  private record: KeptRecord | undefined;
  private wanted: string | undefined;
  private sent: string | undefined;
  private refused = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> | undefined;

  constructor(parts: KeeperParts) {
    this.parts = parts;
  }

  open({ id, draft, modifiedAt }: KeptRecord): void {
    clearTimeout(this.timer);
    this.record = { id, draft, modifiedAt };
    this.wanted = undefined;
    this.say('saved');
  }

  /**
   * The record as it was read again. Answers whether the draft in it is somebody else's and nothing
   * of one's own is in its way: then it is to be opened.
   */
  seen({ id, draft, modifiedAt }: KeptRecord): boolean {
    const { record } = this;
    if (record?.id !== id || !isLater(modifiedAt, record.modifiedAt)) return false;
    if (draft === record.draft || draft === this.sent) {
      // The worker changed the record beside the draft, as when a version was published.
      this.record = { id, draft, modifiedAt };
      if (this.kept === 'conflict') this.resume();
      return false;
    }
    if (this.wanted === undefined) return true;
    clearTimeout(this.timer);
    this.say('conflict');
    return false;
  }

  change(draft: string): void {
    if (this.wanted === undefined && this.record?.draft === draft) return;
    this.wanted = draft;
    if (this.kept === 'conflict') return;
    this.say('unsaved');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.flush();
    }, this.parts.delayMs ?? DELAY_MS);
  }

  /** Saves now what is not saved yet. Resolves with whether all of it is. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.wanted === undefined || this.kept === 'conflict') return this.wanted === undefined;
    this.saving ??= this.save();
    await this.saving;
    return this.kept === 'failed' ? false : this.flush();
  }

  /** After a conflict: mine counts. */
  overwrite(): Promise<boolean> {
    if (this.record) this.record = { ...this.record, modifiedAt: '' };
    this.say('unsaved');
    return this.flush();
  }

  close(): void {
    clearTimeout(this.timer);
  }

  private async save(): Promise<void> {
    const { record, wanted } = this;
    if (!record || wanted === undefined) return;
    this.say('saving');
    this.sent = wanted;
    try {
      const modifiedAt = await this.parts.write(record.id, wanted, record.modifiedAt || undefined);
      this.refused = 0;
      // Another mapping may have been opened meanwhile.
      if (this.record?.id !== record.id) return;
      this.record = { id: record.id, draft: wanted, modifiedAt };
      if (this.wanted === wanted) this.wanted = undefined;
      this.say(this.wanted === undefined ? 'saved' : 'unsaved');
    } catch (error) {
      if (this.record?.id !== record.id) return;
      if ((error as { status?: number }).status === 412) await this.lookAgain();
      else this.say('failed', error);
    } finally {
      this.sent = undefined;
      this.saving = undefined;
    }
  }

  /** Something of the record was changed; whether it was the draft, the record itself tells. */
  private async lookAgain(): Promise<void> {
    const { record } = this;
    this.sent = undefined;
    this.refused += 1;
    if (this.refused < MOST_REFUSALS) await this.parts.look().catch(() => undefined);
    if (this.record?.id !== record?.id || this.kept === 'conflict') return;
    this.say(this.record === record ? 'conflict' : 'unsaved');
  }

  private resume(): void {
    this.say('unsaved');
    void this.flush();
  }

  private say(kept: Kept, error?: unknown): void {
    this.kept = kept;
    this.parts.onKept(kept, error);
  }
}

function isLater(one: string, other: string): boolean {
  return other === '' || Date.parse(one) > Date.parse(other);
}

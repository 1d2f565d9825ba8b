import { LightningElement, api } from 'lwc';
import { ago, count, dateTime, fill, seconds } from 'c/format';
import type { Status } from 'c/healthData';
import { labels } from 'c/healthLabels';

interface Tile {
  key: string;
  label: string;
  value: string;
  note: string;
  attention: boolean;
}

/** As the worker's own list of problems has it. */
const WAITING_LONG_MS = 10 * 60_000;

export default class HealthCounters extends LightningElement {
  @api status?: Status;
  @api now = new Date();
  labels = labels;

  get tiles(): Tile[] {
    if (!this.status) return [];
    const { received, written, waiting, parked } = this.status;
    return [
      tile('received', labels.received, count(received), labels.receivedNote),
      tile('written', labels.written, count(written), labels.writtenNote),
      tile('waiting', labels.waiting, count(waiting), labels.waitingNote),
      this.oldest(this.status.oldestWaitingAt),
      tile(
        'parked',
        labels.parked,
        count(parked),
        parked > 0 ? labels.parkedNote : labels.parkedNone,
        parked > 0,
      ),
      delay(this.status.p95Ms),
    ];
  }

  private oldest(since: string): Tile {
    if (!since) return tile('oldest', labels.oldest, labels.oldestNone, labels.oldestNoneNote);
    const isLong = this.now.getTime() - new Date(since).getTime() > WAITING_LONG_MS;
    const note = fill(labels.oldestNote, dateTime(since));
    return tile('oldest', labels.oldest, ago(since, this.now), note, isLong);
  }
}

function delay(p95Ms: number | null): Tile {
  return p95Ms === null
    ? tile('delay', labels.delay, labels.delayNone, labels.delayNoneNote)
    : tile('delay', labels.delay, seconds(p95Ms), labels.delayNote);
}

function tile(key: string, label: string, value: string, note: string, attention = false): Tile {
  return { key, label, value, note, attention };
}

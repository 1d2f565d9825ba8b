import { LightningElement, api } from 'lwc';
import { ago, count, fill } from 'c/format';
import type { AskedJob, Shop } from 'c/healthData';
import { jobText } from 'c/healthJobs';
import { labels } from 'c/healthLabels';

interface Row {
  id: string;
  name: string;
  statusText: string;
  statusIcon: string;
  statusVariant: string;
  hooks: string;
  hooksChecked: string;
  lastSuccess: string;
  mayRepair: boolean;
  isRepairing: boolean;
  repairLabel: string;
  jobText: string;
}

const STATUSES: Record<string, [text: string, icon: string, variant: string]> = {
  Connected: [labels.connected, 'utility:success', 'success'],
  Paused: [labels.paused, 'utility:pause', ''],
  'Reconnect Needed': [labels.reconnect, 'utility:error', 'error'],
};
const UNKNOWN: (typeof STATUSES)[string] = [labels.unknown, 'utility:question', ''];

export default class HealthShops extends LightningElement {
  @api shops: Shop[] = [];
  @api jobs: AskedJob[] = [];
  @api now = new Date();
  @api silent = false;
  @api mayAsk = false;
  labels = labels;

  get hasShops(): boolean {
    return this.shops.length > 0;
  }

  get rows(): Row[] {
    return this.shops.map((shop) => this.rowOf(shop));
  }

  private rowOf(shop: Shop): Row {
    const [statusText, statusIcon, statusVariant] = STATUSES[shop.status] ?? UNKNOWN;
    const job = this.jobs.find(
      ({ type, shopId }) => type === 'Repair Webhooks' && (!shopId || shopId === shop.id),
    );
    const { hooksAlive: alive, hooksWanted: wanted, hooksCheckedAt, lastSuccessAt } = shop;
    return {
      ...{ id: shop.id, name: shop.name, statusText, statusIcon, statusVariant },
      hooks:
        alive === null || wanted === null
          ? labels.hooksUnknown
          : wanted === 0
            ? labels.hooksByHand
            : fill(labels.hooksOf, count(alive), count(wanted)),
      hooksChecked: hooksCheckedAt ? fill(labels.hooksChecked, ago(hooksCheckedAt, this.now)) : '',
      lastSuccess: lastSuccessAt ? ago(lastSuccessAt, this.now) : labels.noSuccess,
      mayRepair: this.mayAsk,
      isRepairing: job?.status === 'Requested' || job?.status === 'Running',
      repairLabel: fill(labels.repairOf, shop.name),
      jobText: jobText(job, this.silent),
    };
  }

  /** A button of a job that is under way stays as it is, or the focus would be lost. */
  handleRepair(event: Event): void {
    const { shop, busy } = (event.target as HTMLElement).dataset;
    if (busy === 'true') return;
    const detail = { type: 'Repair Webhooks', shopId: shop ?? '' };
    this.dispatchEvent(new CustomEvent('ask', { bubbles: true, detail }));
  }
}

import type { OrgDriver } from './org-driver.ts';
import type { ShopDriver } from './shop-driver.ts';
import type { UnitDriver } from './unit-driver.ts';
import type { WorkerDriver } from './worker-driver.ts';

/** What a story plays with: a shop, an org, and the worker between them, all over HTTP. */
export interface StoryContext {
  shop: ShopDriver;
  org: OrgDriver;
  worker: WorkerDriver;
  /** The business unit beside the org; throws when the story did not ask for one. */
  readonly unit: UnitDriver;
  /** One line of the story; shown with its time. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
  /** Repeats the check until it no longer throws; after 30 s it throws what the check threw last. */
  eventually(check: () => Promise<void>): Promise<void>;
  /** Until every delivery is answered and no event waits any more. */
  quiet(): Promise<void>;
}

export interface Story {
  title: string;
  /** The package's namespace in the org; none when absent. */
  namespace?: string;
  /** True: an Account Engagement business unit runs beside the org. */
  engagement?: boolean;
  /** True: it restarts the database server, which must then be nobody else's. */
  restartsPostgres?: boolean;
  run(context: StoryContext): Promise<void>;
}

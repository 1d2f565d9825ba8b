import type { ClarityManner } from '../../../scripts/lib/stack-services.ts';
import type { ShopName } from '../../../scripts/lib/stack-shops.ts';
import type { OrgDriver } from './org-driver.ts';
import type { ShopDriver } from './shop-driver.ts';
import type { UnitDriver } from './unit-driver.ts';
import type { WorkerDriver } from './worker-driver.ts';

/** What a story plays with: a shop, an org, and the worker between them, all over HTTP. */
export interface StoryContext {
  shop: ShopDriver;
  org: OrgDriver;
  worker: WorkerDriver;
  /** The business unit beside the org; throws when the scene did not ask for one. */
  readonly unit: UnitDriver;
  /** One line of the story; shown with its time. */
  step<T>(what: string, work: () => Promise<T>): Promise<T>;
  /** Repeats the check until it no longer throws; after 30 s it throws what the check threw last. */
  eventually(check: () => Promise<void>): Promise<void>;
  /** Until every delivery is answered and no event waits any more. */
  quiet(): Promise<void>;
}

/** It fits every shop, and an org in which other stories were told: its people are its own. */
export interface Story {
  title: string;
  /** Why the other shop cannot have it: what it lacks. */
  only?: { shop: ShopName; because: string };
  run(context: StoryContext): Promise<void>;
}

/** Stories that share a stack. */
export interface Scene {
  about: string;
  stories: Story[];
  /** True: none of them disturbs another, so all are told at once. */
  sideBySide?: boolean;
  /** True: an Account Engagement business unit runs beside the org. */
  engagement?: boolean;
  /** True: it restarts the database server, which must then be nobody else's. */
  restartsPostgres?: boolean;
  /** An installation of Clarity that is not by the contract's book; it has no other shop. */
  clarity?: ClarityManner;
}

/** Where a scene is played: which shop, and how the package is in the org. */
export interface Telling {
  shop: ShopName;
  /** Empty: the package is deployed without one. */
  namespace: string;
}

export function storiesFor({ stories }: Scene, shop: ShopName): Story[] {
  return stories.filter(({ only }) => only === undefined || only.shop === shop);
}

/** Whether a scene can be played there at all. */
export function fits(scene: Scene, { shop }: Telling): boolean {
  return (!scene.clarity || shop === 'clarity') && storiesFor(scene, shop).length > 0;
}

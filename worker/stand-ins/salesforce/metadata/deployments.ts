import type { Clock } from '../../kit/clock.ts';
import type { Store } from '../../kit/store.ts';
import type { Org } from '../org.ts';
import { makeId } from '../records/ids.ts';
import { refuse } from '../records/refusal.ts';
import { keyOf } from '../schema/catalogue.ts';
import type { Component } from '../schema/component.ts';
import { deploy, type DeployOptions, type Outcome } from './deploy.ts';

/** One deploy or validation, from the moment it was asked for. */
export interface Deployment {
  id: string;
  userId: string;
  options: DeployOptions;
  status: 'Pending' | 'Canceled' | Outcome['status'];
  createdDate: string;
  completedDate?: string;
  messages: Outcome['messages'];
}

/** When a component came into the org and was last changed, and its id. */
export interface Stamp {
  id: string;
  createdDate: string;
  modifiedDate: string;
}

export interface Deployments {
  /** How long a deploy waits in the queue, in milliseconds of the org's clock. */
  delayMs: number;
  /** Queues an archive; without a delay it is worked off at once. */
  begin(org: Org, userId: string, archive: Buffer, options: DeployOptions): Deployment;
  /** Throws INVALID_CROSS_REFERENCE_KEY for an unknown id. */
  get(id: string): Deployment;
  /** Calls off a deploy that still waits. Throws when it is done. */
  cancel(id: string): Deployment;
  /** Deploys what was validated before, without checking its form again. Throws when it cannot. */
  beginValidated(org: Org, userId: string, id: string): Deployment;
  /** Notes a change of a component. */
  stamp(component: Component): void;
  stampOf(component: Component): Stamp;
}

const VALIDATION_DAYS = 10;
const DAY_MS = 24 * 60 * 60 * 1000;

export function createDeployments(store: Store, clock: Clock): Deployments {
  const kept = store.collection<Deployment>('deployment');
  const archives = store.collection<string>('validated archive');
  const stamps = store.collection<Stamp>('component stamp');
  const now = (): string => clock.now().toISOString();

  function get(id: string): Deployment {
    const found = kept.get(id);
    if (!found) throw refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    return found;
  }

  const all: Deployments = {
    delayMs: 0,
    begin(org, userId, archive, options) {
      const id = makeId('0Af', store.next('id of deployment'));
      const waiting: Deployment = {
        id,
        userId,
        options,
        status: 'Pending',
        createdDate: now(),
        messages: [],
      };
      kept.set(id, waiting);
      const work = (): void => {
        if (get(id).status !== 'Pending') return;
        const outcome = deploy(org, archive, options);
        kept.set(id, { ...waiting, ...outcome, completedDate: now() });
        if (options.checkOnly && outcome.status === 'Succeeded') {
          archives.set(id, archive.toString('base64'));
        }
      };
      if (all.delayMs > 0) clock.at(new Date(clock.now().getTime() + all.delayMs), work);
      else work();
      return waiting;
    },
    get,
    cancel(id) {
      const deployment = get(id);
      if (deployment.status !== 'Pending') {
        throw refuse('INVALID_ID_FIELD', `Deployment ${id} is already completed`);
      }
      const canceled: Deployment = { ...deployment, status: 'Canceled', completedDate: now() };
      kept.set(id, canceled);
      return canceled;
    },
    beginValidated(org, userId, id) {
      const { options, createdDate } = get(id);
      const archive = archives.get(id);
      const age = clock.now().getTime() - new Date(createdDate).getTime();
      if (archive === undefined || age > VALIDATION_DAYS * DAY_MS) {
        throw refuse(
          'INVALID_ID_FIELD',
          `The validation ${id} did not succeed, is older than ${VALIDATION_DAYS} days, or was deployed already`,
        );
      }
      archives.delete(id);
      const bytes = Buffer.from(archive, 'base64');
      return all.begin(org, userId, bytes, { ...options, checkOnly: false });
    },
    stamp(component) {
      stamps.set(keyOf(component), { ...all.stampOf(component), modifiedDate: now() });
    },
    stampOf(component) {
      const key = keyOf(component);
      const known = stamps.get(key);
      if (known) return known;
      const id = makeId('0Cb', store.next('id of component'));
      const made = { id, createdDate: now(), modifiedDate: now() };
      stamps.set(key, made);
      return made;
    },
  };
  return all;
}

import { randomBytes } from 'node:crypto';
import type { Collection } from '../kit/store.ts';

/** What the shop's owner has set up: where events go, how they are proven, which names records use. */
export interface Installation {
  /** Where events are sent; null: an installation without webhooks. */
  webhookUrl: string | null;
  /** `signature`: Standard Webhooks; `header`: the newest secret in a header of this name. */
  proof: { method: 'signature' } | { method: 'header'; header: string };
  /** Newest first. All that have not ended sign. */
  secrets: { secret: string; endsAt: string | null }[];
  /** True: records use the other names of `names/renamed.ts`. */
  renamed: boolean;
}

const KEY = 'installation';

export function installationOf(rows: Collection<Installation>): Installation {
  const found = rows.get(KEY);
  if (!found) throw new Error('The stand-in was not set up before it was used.');
  return found;
}

export function changeInstallation(
  rows: Collection<Installation>,
  change: Partial<Installation>,
): Installation {
  const changed = { ...installationOf(rows), ...change };
  rows.set(KEY, changed);
  return changed;
}

export function setUp(rows: Collection<Installation>, installation: Installation): void {
  if (!rows.get(KEY)) rows.set(KEY, installation);
}

/** The secrets that sign now. */
export function livingSecrets({ secrets }: Installation, now: Date): string[] {
  return secrets
    .filter(({ endsAt }) => endsAt === null || Date.parse(endsAt) > now.getTime())
    .map(({ secret }) => secret);
}

/** A new secret signs at once; the ones before it go on signing for a while. */
export function rotateSecret(
  rows: Collection<Installation>,
  secret: string,
  endsAt: string,
): Installation {
  const { secrets } = installationOf(rows);
  const older = secrets.map((one) => ({ ...one, endsAt: one.endsAt ?? endsAt }));
  return changeInstallation(rows, { secrets: [{ secret, endsAt: null }, ...older] });
}

export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

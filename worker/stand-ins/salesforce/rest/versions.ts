import type { Allocation } from '../events/allocations.ts';
import type { Org } from '../org.ts';
import { objectOf, type Handler } from './call.ts';

/** The releases that discovery offers; any older one down to v31.0 is served as well. */
const RELEASES: [string, string][] = [
  ['64.0', "Summer '25"],
  ['65.0', "Winter '26"],
  ['66.0', "Spring '26"],
  ['67.0', "Summer '26"],
];
const OLDEST = 31;
const NEWEST = 67;

export function versions() {
  return RELEASES.map(([version, label]) => ({
    label,
    url: `/services/data/v${version}`,
    version,
  }));
}

export function isServed(version: string): boolean {
  const number = Number(/^v(\d+)\.0$/.exec(version)?.[1]);
  return number >= OLDEST && number <= NEWEST;
}

const RESOURCES = [
  'composite',
  'jobs',
  'limits',
  'query',
  'queryAll',
  'search',
  'sobjects',
  'tooling',
];

/** What lies below a version. */
export const resources: Handler = (call) => {
  const base = `/services/data/${call.version}`;
  return {
    status: 200,
    body: {
      ...Object.fromEntries(RESOURCES.map((name) => [name, `${base}/${name}`])),
      identity: `${call.ownUrl}/id/${call.org.residents.orgId}/${call.caller.userId}`,
    },
  };
};

export const limits: Handler = ({ org }) => ({ status: 200, body: limitsOf(org) });

/** Every limit that is told of, with what is left of it. */
export function limitsOf(org: Org): Record<string, { Max: number; Remaining: number }> {
  const { max } = org.allowance;
  const Remaining = Math.max(max - org.allowance.used(), 0);
  return {
    DailyApiRequests: { Max: max, Remaining },
    DailyAsyncApexExecutions: { Max: 250_000, Remaining: 250_000 },
    DailyBulkApiBatches: { Max: 15_000, Remaining: 15_000 },
    DailyBulkV2QueryJobs: { Max: 10_000, Remaining: 10_000 },
    DailyDeliveredPlatformEvents: limitOf(org.events.allocations.deliveredPerDay),
    DataStorageMB: { Max: 1024, Remaining: 1024 },
    FileStorageMB: { Max: 1024, Remaining: 1024 },
    HourlyPublishedPlatformEvents: limitOf(org.events.allocations.publishedPerHour),
    SingleEmail: { Max: 5000, Remaining: 5000 },
  };
}

function limitOf(allocation: Allocation): { Max: number; Remaining: number } {
  return { Max: allocation.max, Remaining: allocation.remaining() };
}

/** How many living records there are of each object; the platform's own count is an estimate. */
export const recordCount: Handler = (call) => {
  const names = call.query.get('sObjects')?.split(',') ?? [];
  const objects =
    names.length > 0
      ? names.map((name) => objectOf(call, name.trim()))
      : call.org.schema.objects.filter((object) => call.caller.rights.may('read', object));
  const sObjects = objects.map((object) => ({
    count: call.org.database
      .table(object)
      .all()
      .filter((row) => row.IsDeleted !== true).length,
    name: object.name,
  }));
  return { status: 200, body: { sObjects } };
};

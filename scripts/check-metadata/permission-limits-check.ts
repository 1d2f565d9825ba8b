import type { Check } from './finding.ts';
import { isDetail, type PackageModel } from './package-model.ts';
import { childNamed, childrenNamed, textOf } from './xml.ts';

const BEYOND_SHARING = ['viewAllRecords', 'modifyAllRecords', 'viewAllFields'];

/**
 * Salesforce tells nobody of changes who may not see all records of the object. Jobs are what people
 * ask of the worker, so it sees them all by their purpose. Of people it hears by a set of its own,
 * which an admin assigns or does not.
 */
const HEARS: Record<string, string[]> = {
  Cartbridge_Worker: ['Sync_Job__c viewAllRecords'],
  Cartbridge_People_Follower: [
    ...['Account viewAllRecords', 'Contact viewAllRecords', 'Lead viewAllRecords'],
  ],
};

/** The worker signs in through the API; nothing else needs a permission beyond objects and fields. */
const SYSTEM_PERMISSIONS: Record<string, string[]> = { Cartbridge_Worker: ['ApiEnabled'] };

export const nobodySeesAll: Check<PackageModel> = {
  name: 'no permission set reaches past sharing or into the system',
  findings: ({ permissionSets }) =>
    permissionSets.flatMap((set) => [
      ...childrenNamed(set.root, 'objectPermissions').flatMap((entry) =>
        BEYOND_SHARING.flatMap((right) => {
          const granted = childNamed(entry, right);
          const object = textOf(entry, 'object');
          if (granted?.text !== 'true' || HEARS[set.name]?.includes(`${object} ${right}`))
            return [];
          return [
            {
              file: set.path,
              line: granted.line,
              problem: `${set.name} has ${right} on ${object}.`,
              action: 'Set it to false: sharing decides who sees a record.',
            },
          ];
        }),
      ),
      ...childrenNamed(set.root, 'userPermissions')
        .filter((entry) => !SYSTEM_PERMISSIONS[set.name]?.includes(textOf(entry, 'name')))
        .map((entry) => ({
          file: set.path,
          line: entry.line,
          problem: `${set.name} grants the system permission ${textOf(entry, 'name')}.`,
          action: 'Remove it.',
        })),
    ]),
};

/** Orders and carts are history, and people belong to the customer; only their lines come and go. */
export const workerKeepsRecords: Check<PackageModel> = {
  name: 'the worker deletes nothing but the lines of orders and carts',
  findings: ({ permissionSets, objects }) =>
    permissionSets
      .filter((set) => set.name === 'Cartbridge_Worker')
      .flatMap((set) =>
        childrenNamed(set.root, 'objectPermissions').flatMap((entry) => {
          const granted = childNamed(entry, 'allowDelete');
          const name = textOf(entry, 'object');
          const object = objects.get(name);
          if (granted?.text !== 'true' || (object && isDetail(object))) return [];
          return [
            {
              file: set.path,
              line: granted.line,
              problem: `${set.name} may delete ${name} records.`,
              action: 'Set <allowDelete> to false: a status says that something ended.',
            },
          ];
        }),
      ),
};

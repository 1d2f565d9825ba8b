import { openStore, type Collection, type Store } from '../../kit/store.ts';
import { createDatabase, type Database } from '../records/database.ts';
import { indexSchema } from '../schema/load.ts';
import type { ObjectType, Schema } from '../schema/model.ts';
import { HUB_OBJECTS } from '../tooling/hub-objects.ts';
import { SUBSCRIBER_OBJECTS } from '../tooling/subscriber-objects.ts';
import { openShelf, type Shelf } from './shelf.ts';
import type { PackageVersion } from './version.ts';

/** What the org has to do with packages, and the tables of the Tooling API that tell of it. */
export interface Packaging {
  isHub(): boolean;
  setHub(hub: boolean): void;
  shelf: Shelf;
  /** What is installed here, by the package's `033` id; archives stay on the shelf. */
  installed: Collection<Omit<PackageVersion, 'archive'>>;
  /** The Tooling API's objects; those of a hub only while the org is one. */
  schema: Schema;
  database: Database;
}

export interface PackagingOptions {
  /** The org is a Dev Hub. */
  hub?: boolean;
  /** The folder of the shelf; none: the org's own shelf. */
  packages?: string;
}

/** What is looked up on the shelf anew each time, and so is not the store's to keep. */
const LOOKED_UP = ['SubscriberPackage', 'SubscriberPackageVersion'];

export function openPackaging(
  store: Store,
  { hub = false, packages }: PackagingOptions,
): Packaging {
  const settings = store.collection<boolean>('hub');
  const isHub = (): boolean => settings.get('hub') ?? hub;
  const objects = [...HUB_OBJECTS, ...SUBSCRIBER_OBJECTS].map(withOwnLists);
  const all = indexSchema(objects);
  const onlyOfHubs = new Set(HUB_OBJECTS.map(({ name }) => name));
  const isThere = ({ name }: ObjectType): boolean => isHub() || !onlyOfHubs.has(name);
  const volatile = openStore();
  return {
    isHub,
    setHub: (on) => settings.set('hub', on),
    shelf: openShelf(packages),
    installed: store.collection('installed package'),
    schema: {
      ...all,
      get objects() {
        return objects.filter(isThere);
      },
      object(name) {
        const found = all.object(name);
        return found && isThere(found) ? found : undefined;
      },
    },
    database: createDatabase(all, {
      ...store,
      collection: (name) => (LOOKED_UP.includes(name) ? volatile : store).collection(name),
    }),
  };
}

function withOwnLists(object: ObjectType): ObjectType {
  return { ...object, fields: [...object.fields], children: [] };
}

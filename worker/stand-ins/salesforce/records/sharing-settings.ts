import type { Store } from '../../kit/store.ts';
import type { ObjectType, SharingModel } from '../schema/model.ts';

const MODELS: SharingModel[] = [
  'Private',
  'Read',
  'ReadWrite',
  'ReadWriteTransfer',
  'FullAccess',
  'ControlledByParent',
];

/** The organisation-wide defaults, as an admin has set them over what objects bring along. */
export interface SharingSettings {
  /** Undefined: whoever may use the object may use all its records. */
  modelOf(object: ObjectType): SharingModel | undefined;
  /** Throws when the platform knows no such model. */
  set(setting: { object: string; model: SharingModel }): void;
}

export function createSharingSettings(store: Store): SharingSettings {
  const models = store.collection<SharingModel>('sharing model');
  return {
    modelOf: (object) => models.get(object.name.toLowerCase()) ?? object.sharing,
    set({ object, model }) {
      if (!MODELS.includes(model)) {
        throw new Error(`"${model}" is no sharing model. Use one of ${MODELS.join(', ')}.`);
      }
      models.set(object.toLowerCase(), model);
    },
  };
}

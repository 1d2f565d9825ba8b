import { FEATURES } from '../../schema/features/features.ts';
import type { Control } from './control.ts';

/** What an admin of the org may have set up in another way than one expects. */
export const setupControls: Control[] = [
  {
    title: 'Sharing',
    effect: 'Who may do what with the records of others, as the default of the organisation.',
    path: '/sharing',
    state: ({ org }) =>
      org.schema.objects.flatMap((object) => {
        const model = org.sharing.modelOf(object);
        return model === undefined || model === object.sharing ? [] : `${object.name} ${model}`;
      }),
    on: {
      label: 'Set',
      method: 'PUT',
      inputs: [
        { name: 'object', label: 'Object', value: 'Lead', required: true },
        {
          ...{ name: 'model', label: 'Model' },
          options: ['Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess'],
        },
      ],
    },
  },
  {
    title: 'Features',
    effect:
      'Given for good, as by Setup or Salesforce Support; only beginning anew takes them back.',
    path: '/features',
    state: ({ org }) => FEATURES.filter((feature) => org.features.has(feature)),
    on: {
      label: 'Enable',
      method: 'POST',
      inputs: [{ name: 'feature', label: 'Feature', options: FEATURES }],
    },
  },
  {
    title: 'Lead field mapping',
    effect:
      'The custom fields of a Lead that go to the Contact when it is converted, and no others.',
    path: '/lead-field-mapping',
    state: ({ org }) =>
      org.leadConversion.mappings().map(({ lead, to, field }) => `${lead} to ${to} ${field ?? ''}`),
    on: {
      label: 'Map',
      method: 'PUT',
      // Without a name it is the whole body.
      inputs: [{ name: '', label: 'Fields of Lead', type: 'list' }],
    },
  },
  {
    title: 'Dev Hub',
    effect: 'The org makes packages.',
    path: '/hub',
    state: ({ org }) => (org.packaging.isHub() ? ['Is a hub'] : []),
    on: { label: 'Make it a hub', method: 'PUT', body: { hub: true } },
    off: { label: 'An ordinary org again', method: 'PUT', body: { hub: false } },
  },
  {
    title: 'Namespaces',
    effect: 'Links a namespace to the hub, so that packages of it can be made.',
    path: '/namespaces',
    on: {
      label: 'Link',
      method: 'POST',
      inputs: [{ name: 'namespace', label: 'Namespace', required: true }],
    },
  },
];

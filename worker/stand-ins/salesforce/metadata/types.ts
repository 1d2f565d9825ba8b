/** A kind of metadata that the local org keeps. What is not listed here is refused at deploy. */
export interface MetadataType {
  name: string;
  /** The folder of a deployed archive in which its files lie. */
  directory: string;
  /** The ending of its files; none for bundles, which are folders. */
  suffix?: string;
  /** Components that lie inside its file: their elements, and what they are. */
  children?: Record<string, string>;
}

export const BUNDLE = 'LightningComponentBundle';

export const TYPES: MetadataType[] = [
  {
    name: 'CustomObject',
    directory: 'objects',
    suffix: 'object',
    children: {
      fields: 'CustomField',
      listViews: 'ListView',
      compactLayouts: 'CompactLayout',
      validationRules: 'ValidationRule',
      fieldSets: 'FieldSet',
    },
  },
  {
    name: 'CustomLabels',
    directory: 'labels',
    suffix: 'labels',
    children: { labels: 'CustomLabel' },
  },
  { name: BUNDLE, directory: 'lwc' },
  {
    name: 'PlatformEventChannel',
    directory: 'platformEventChannels',
    suffix: 'platformEventChannel',
  },
  {
    name: 'PlatformEventChannelMember',
    directory: 'platformEventChannelMembers',
    suffix: 'platformEventChannelMember',
  },
  { name: 'CspTrustedSite', directory: 'cspTrustedSites', suffix: 'cspTrustedSite' },
  { name: 'FlexiPage', directory: 'flexipages', suffix: 'flexipage' },
  { name: 'CustomTab', directory: 'tabs', suffix: 'tab' },
  { name: 'Layout', directory: 'layouts', suffix: 'layout' },
  { name: 'CustomApplication', directory: 'applications', suffix: 'app' },
  { name: 'PermissionSet', directory: 'permissionsets', suffix: 'permissionset' },
  {
    name: 'LeadConvertSettings',
    directory: 'LeadConvertSettings',
    suffix: 'LeadConvertSetting',
  },
];

/** The file and the element that hold components of a child type, by the child's name. */
export const CHILDREN = new Map(
  TYPES.flatMap((parent) =>
    Object.entries(parent.children ?? {}).map(
      ([element, name]): [string, { parent: MetadataType; element: string }] => [
        name,
        { parent, element },
      ],
    ),
  ),
);

export function isKnownType(name: string): boolean {
  return CHILDREN.has(name) || TYPES.some((type) => type.name === name);
}

/** The file in an archive that holds the component; of a bundle, its folder. */
export function archivePath(type: string, fullName: string): string {
  const owner = CHILDREN.get(type)?.parent ?? TYPES.find(({ name }) => name === type);
  if (!owner) throw new Error(`${type} is no type the local org knows.`);
  if (owner.name === 'CustomLabels') return 'labels/CustomLabels.labels';
  const file = CHILDREN.has(type) ? (fullName.split('.')[0] ?? '') : fullName;
  return `${owner.directory}/${file}${owner.suffix ? `.${owner.suffix}` : ''}`;
}

import type { ObjectType } from '../schema/model.ts';
import { flag, link, once, own, platformLink, toolingObject } from './fields.ts';

/** What any org has: package versions as whoever installs them sees them. */
export const SUBSCRIBER_OBJECTS: ObjectType[] = [
  toolingObject('SubscriberPackage', '033', [
    own('Name', 'string', { nameField: true }),
    own('NamespacePrefix'),
    own('Description', 'textarea'),
    flag('IsPackageValid'),
  ]),
  toolingObject('SubscriberPackageVersion', '04t', [
    platformLink('SubscriberPackageId', 'SubscriberPackage'),
    own('Name', 'string', { nameField: true }),
    own('Description', 'textarea'),
    own('PublisherName'),
    ...['MajorVersion', 'MinorVersion', 'PatchVersion', 'BuildNumber'].map((name) =>
      own(name, 'int'),
    ),
    own('ReleaseState', 'picklist', { picklist: ['Beta', 'Released'] }),
    flag('IsManaged'),
    flag('IsDeprecated'),
    flag('IsPasswordProtected'),
    flag('IsBeta'),
    own('Package2ContainerOptions'),
    flag('IsSecurityReviewed'),
    flag('IsOrgDependent'),
    own('AppExchangePackageName'),
    own('AppExchangeDescription', 'textarea'),
    own('AppExchangePublisherName'),
    own('AppExchangeLogoUrl'),
    own('ReleaseNotesUrl'),
    own('PostInstallUrl'),
    ...['RemoteSiteSettings', 'CspTrustedSites', 'Profiles', 'Dependencies'].map((name) =>
      own(name, 'textarea'),
    ),
    own('InstallValidationStatus'),
  ]),
  toolingObject('InstalledSubscriberPackage', '0A3', [
    platformLink('SubscriberPackageId', 'SubscriberPackage'),
    platformLink('SubscriberPackageVersionId', 'SubscriberPackageVersion'),
    platformLink('MinPackageVersionId', 'SubscriberPackageVersion'),
  ]),
  toolingObject('PackageInstallRequest', '0Hf', [
    once('SubscriberPackageVersionKey', 'string', { required: true }),
    once('NameConflictResolution', 'picklist', {
      picklist: ['Block', 'RenameMetadata'],
      restricted: true,
      defaultValue: 'Block',
    }),
    once('SecurityType', 'picklist', {
      picklist: ['Custom', 'Full', 'None'],
      restricted: true,
      defaultValue: 'None',
    }),
    once('PackageInstallSource'),
    once('ProfileMappings', 'textarea'),
    once('Password'),
    flag('EnableRss', once),
    once('UpgradeType'),
    once('ApexCompileType'),
    once('SkipHandlers'),
    own('Status', 'picklist', { picklist: ['IN_PROGRESS', 'SUCCESS', 'ERROR'] }),
    own('Errors', 'textarea'),
  ]),
  toolingObject('SubscriberPackageVersionUninstallRequest', '06y', [
    link('SubscriberPackageVersionId', 'SubscriberPackageVersion', { required: true }),
    own('Status', 'picklist', { picklist: ['Queued', 'InProgress', 'Success', 'Error'] }),
  ]),
  toolingObject('PackageVersionUninstallRequestError', '06z', [
    platformLink('ParentRequestId', 'SubscriberPackageVersionUninstallRequest'),
    own('Message', 'textarea'),
  ]),
];

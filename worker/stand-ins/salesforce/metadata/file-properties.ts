import type { Org } from '../org.ts';
import { textOf } from '../records/row.ts';
import { userRow } from '../oauth/token.ts';
import type { Component } from '../schema/component.ts';
import { createNamespace } from '../schema/namespace.ts';
import { archivePath } from './types.ts';

/** What listings and retrieves tell of a component beside its content. */
export function fileProperties(org: Org, component: Component) {
  const { type, namespace } = component;
  const { id, createdDate, modifiedDate } = org.deployments.stampOf(component);
  const { adminId } = org.residents;
  const name = textOf(userRow(org, adminId), 'Name') ?? '';
  const fullName = namespace.componentName(type, component.fullName);
  return {
    createdById: adminId,
    createdByName: name,
    createdDate,
    fileName: archivePath(type, fullName),
    fullName,
    id,
    lastModifiedById: adminId,
    lastModifiedByName: name,
    lastModifiedDate: modifiedDate,
    manageableState: namespace.prefix ? 'installed' : 'unmanaged',
    ...(namespace.prefix && { namespacePrefix: namespace.prefix }),
    type,
  };
}

/** The components of a type, standard objects among the objects, as a listing shows them. */
export function listed(org: Org, type: string): Component[] {
  const own = org.catalogue.all().filter((component) => component.type === type);
  if (type === 'CustomLabels') return org.catalogue.all().some(isLabel) ? [labels] : [];
  if (type !== 'CustomObject') return own;
  const standard = org.schema.objects
    .filter(({ custom, setup }) => !custom && !setup)
    .map(({ name }) => ({ ...labels, type, fullName: name }));
  return [...standard, ...own];
}

const isLabel = ({ type }: Component): boolean => type === 'CustomLabel';

const labels: Component = {
  type: 'CustomLabels',
  fullName: 'CustomLabels',
  fileName: 'labels/CustomLabels.labels',
  xml: '',
  namespace: createNamespace(''),
};

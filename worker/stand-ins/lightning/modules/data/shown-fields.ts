import { shellModel, type LayoutSection } from './shell-model.ts';

/** What a plain page shows of objects whose layout belongs to the org and not to the package. */
const STANDARD: Record<string, { highlights: string[]; details: string[] }> = {
  Contact: {
    highlights: ['Name', 'AccountId', 'Email', 'Phone'],
    details: [
      'Name',
      'AccountId',
      'Email',
      'Phone',
      'MobilePhone',
      'Title',
      'OwnerId',
      'CreatedDate',
    ],
  },
  Lead: {
    highlights: ['Name', 'Company', 'Email', 'Phone'],
    details: ['Name', 'Company', 'Email', 'Phone', 'Status', 'OwnerId', 'CreatedDate'],
  },
  Account: {
    highlights: ['Name', 'Phone', 'Website'],
    details: ['Name', 'Phone', 'Website', 'Industry', 'OwnerId', 'CreatedDate'],
  },
};

export const highlightFields = (object: string): string[] =>
  shellModel().highlights[object] ?? STANDARD[object]?.highlights ?? ['Name'];

export function sectionsOf(object: string): LayoutSection[] {
  const layout = shellModel().layouts[object];
  if (layout) return layout.sections;
  const fields = STANDARD[object]?.details ?? ['Name', 'CreatedDate', 'LastModifiedDate'];
  const items = fields.map((field) => ({ field, isReadonly: false }));
  const middle = Math.ceil(items.length / 2);
  const columns = [items.slice(0, middle), items.slice(middle)];
  return [{ label: 'Details', hasHeading: false, columns }];
}

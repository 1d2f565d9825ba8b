import { basename } from 'node:path';
import { elementsOf, readXml, textOf, textsOf } from './xml.ts';

export interface Layout {
  object: string;
  sections: LayoutSection[];
  relatedLists: RelatedList[];
}

export interface LayoutSection {
  label: string;
  hasHeading: boolean;
  columns: LayoutItem[][];
}

export interface LayoutItem {
  field: string;
  isReadonly: boolean;
}

export interface RelatedList {
  /** The object whose rows are listed, and its field that points here. */
  object: string;
  field: string;
  columns: string[];
}

export function readLayout(file: string): Layout {
  const meta = readXml(file);
  const name = decodeURIComponent(basename(file, '.layout-meta.xml'));
  return {
    object: name.slice(0, name.indexOf('-')),
    sections: elementsOf(meta, 'layoutSections').map((section) => ({
      label: textOf(section, 'label') ?? '',
      hasHeading: textOf(section, 'detailHeading') === 'true',
      columns: elementsOf(section, 'layoutColumns').map((column) =>
        elementsOf(column, 'layoutItems').flatMap((item): LayoutItem[] => {
          const field = textOf(item, 'field');
          return field ? [{ field, isReadonly: textOf(item, 'behavior') === 'Readonly' }] : [];
        }),
      ),
    })),
    relatedLists: elementsOf(meta, 'relatedLists').flatMap((list): RelatedList[] => {
      const [object, field] = (textOf(list, 'relatedList') ?? '').split('.');
      const columns = textsOf(list, 'fields').map((column) =>
        column === 'NAME' ? 'Name' : column,
      );
      return object && field ? [{ object, field, columns }] : [];
    }),
  };
}

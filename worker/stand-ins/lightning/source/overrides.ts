import { elementsOf, textOf, type XmlElement } from './xml.ts';

/** The Lightning page that an object or an app shows in place of the plain record page. */
export function recordPageOf(meta: XmlElement, object?: string): string | undefined {
  const override = elementsOf(meta, 'actionOverrides').find(
    (element) =>
      textOf(element, 'actionName') === 'View' &&
      textOf(element, 'type')?.toLowerCase() === 'flexipage' &&
      (object === undefined || textOf(element, 'pageOrSobjectType') === object),
  );
  return override && textOf(override, 'content');
}

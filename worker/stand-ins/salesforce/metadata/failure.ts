import type { Component } from '../schema/component.ts';
import type { Element } from './element.ts';

/** Something wrong with one component: what, and where in its file. */
export interface Problem {
  text: string;
  line?: number;
  column?: number;
  /** The file inside a bundle; otherwise the component's own. */
  file?: string;
}

/** A component message of a failed deploy. */
export interface Failure extends Problem {
  type: string;
  fullName: string;
  fileName: string;
}

/** A component that waits to be deployed, its element as it stands in its file. */
export interface Incoming extends Component {
  element: Element;
}

export interface Deletion {
  type: string;
  fullName: string;
  fileName: string;
  line: number;
}

export function at(element: Element, text: string): Problem {
  return { text, line: element.line, column: element.column };
}

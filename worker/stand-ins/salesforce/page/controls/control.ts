import type { Faults } from '../../../kit/faults.ts';
import type { Controls } from '../../local/controls.ts';
import type { Org } from '../../org.ts';

/** Where a control finds what is set at the moment. */
export interface ControlSource {
  org: Org;
  controls: Controls;
  faults: Faults;
}

/** One input of a control's form. What is left empty is not sent. */
export interface Input {
  /** Key in the JSON body; inputs with the same key are added up. */
  name: string;
  label: string;
  /** A `list` is a text with commas, sent as a list; `json` is sent as what it means. */
  type?: 'text' | 'number' | 'checkbox' | 'list' | 'json';
  value?: string;
  required?: boolean;
  /** Choices instead of free text. */
  options?: readonly string[];
  /** What one of the input's units is in the body, such as 60,000 ms for a minute. */
  scale?: number;
}

/** One switch for being difficult: a control route with its state. */
export interface Control {
  title: string;
  /** What it does to a client. */
  effect: string;
  /** Below `/__local__`. */
  path: string;
  /** What is set now, one line each; none when it is off. Absent: it is a deed without a state. */
  state?: (source: ControlSource) => string[];
  on?: { label: string; method: 'POST' | 'PUT'; inputs?: Input[]; body?: object };
  off?: { label: string; method: 'PUT' | 'DELETE'; body?: object };
}

export const CLEAR = { label: 'Clear', method: 'DELETE' } as const;

/** A line for each rule that is set. */
export function lines(rules: object[]): string[] {
  return rules.map((rule) =>
    Object.entries(rule)
      .map(
        ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
      )
      .join(', '),
  );
}

import type { PathTable } from './paths.ts';

/** What is known of a shop since it was connected. */
export interface ClaritySettings {
  /** Where this installation differs from the contract; empty where it does not. */
  paths: PathTable;
  /** IANA; dates without an offset are its wall clock. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  name: string;
  /** Absolute. */
  storefrontUrl: string;
}

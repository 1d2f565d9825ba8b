/** The scopes whose hooks were made, put right, or found in order. */
export interface HookReport {
  created: string[];
  updated: string[];
  kept: string[];
}

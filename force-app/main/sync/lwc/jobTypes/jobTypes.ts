import checkSetup from '@salesforce/label/c.Jobs_Type_Check_Setup';
import changeSettings from '@salesforce/label/c.Jobs_Type_Change_Settings';
import dryRun from '@salesforce/label/c.Jobs_Type_Dry_Run';
import ignoreIssues from '@salesforce/label/c.Jobs_Type_Ignore_Issues';
import loadHistory from '@salesforce/label/c.Jobs_Type_Load_History';
import reconcile from '@salesforce/label/c.Jobs_Type_Reconcile';
import repairWebhooks from '@salesforce/label/c.Jobs_Type_Repair_Webhooks';
import retryIssues from '@salesforce/label/c.Jobs_Type_Retry_Issues';
import sendSample from '@salesforce/label/c.Jobs_Type_Send_Sample_Event';
import type { JobType } from 'c/jobs';

const NAMES: Record<JobType, string> = {
  'Check Setup': checkSetup,
  'Change Settings': changeSettings,
  'Dry Run': dryRun,
  'Ignore Issues': ignoreIssues,
  'Load History': loadHistory,
  Reconcile: reconcile,
  'Repair Webhooks': repairWebhooks,
  'Retry Issues': retryIssues,
  'Send Sample Event': sendSample,
};

/** A type this version does not know keeps its own name. */
export function nameOfType(type: string): string {
  return NAMES[type as JobType] ?? type;
}

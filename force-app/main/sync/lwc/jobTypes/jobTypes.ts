import checkSetup from '@salesforce/label/c.Jobs_Type_Check_Setup';
import changeSettings from '@salesforce/label/c.Jobs_Type_Change_Settings';
import dryRun from '@salesforce/label/c.Jobs_Type_Dry_Run';
import ignoreIssues from '@salesforce/label/c.Jobs_Type_Ignore_Issues';
import loadHistory from '@salesforce/label/c.Jobs_Type_Load_History';
import reconcile from '@salesforce/label/c.Jobs_Type_Reconcile';
import repairWebhooks from '@salesforce/label/c.Jobs_Type_Repair_Webhooks';
import retryIssues from '@salesforce/label/c.Jobs_Type_Retry_Issues';
import sendSample from '@salesforce/label/c.Jobs_Type_Send_Sample_Event';
import countTouched from '@salesforce/label/c.Jobs_Type_Count_Touched';
import describeTargets from '@salesforce/label/c.Jobs_Type_Describe_Targets';
import explainValue from '@salesforce/label/c.Jobs_Type_Explain_Value';
import loadSamples from '@salesforce/label/c.Jobs_Type_Load_Samples';
import publishMapping from '@salesforce/label/c.Jobs_Type_Publish_Mapping';
import rankSuggestions from '@salesforce/label/c.Jobs_Type_Rank_Suggestions';
import decideMatch from '@salesforce/label/c.Jobs_Type_Decide_Match';
import findPerson from '@salesforce/label/c.Jobs_Type_Find_Person';
import exportPerson from '@salesforce/label/c.Jobs_Type_Export_Person';
import erasePerson from '@salesforce/label/c.Jobs_Type_Erase_Person';
import reapplyMapping from '@salesforce/label/c.Jobs_Type_Reapply_Mapping';
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
  'Reapply Mapping': reapplyMapping,
  'Rank Suggestions': rankSuggestions,
  'Publish Mapping': publishMapping,
  'Load Samples': loadSamples,
  'Explain Value': explainValue,
  'Describe Targets': describeTargets,
  'Count Touched': countTouched,
  'Decide Match': decideMatch,
  'Find Person': findPerson,
  'Export Person': exportPerson,
  'Erase Person': erasePerson,
};

/** A type this version does not know keeps its own name. */
export function nameOfType(type: string): string {
  return NAMES[type as JobType] ?? type;
}

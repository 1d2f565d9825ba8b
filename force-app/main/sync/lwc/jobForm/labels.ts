import all from '@salesforce/label/c.Jobs_Form_All_Shops';
import asked from '@salesforce/label/c.Jobs_Form_Asked';
import estimate from '@salesforce/label/c.Jobs_Form_Estimate';
import from from '@salesforce/label/c.Jobs_Form_From';
import fromFuture from '@salesforce/label/c.Jobs_Form_From_Future';
import fromHelp from '@salesforce/label/c.Jobs_Form_From_Help';
import heading from '@salesforce/label/c.Jobs_Form_Heading';
import shop from '@salesforce/label/c.Jobs_Form_Shop';
import start from '@salesforce/label/c.Jobs_Form_Start';
import type from '@salesforce/label/c.Jobs_Form_Type';
import aboutHistory from '@salesforce/label/c.Jobs_About_Load_History';
import aboutReconcile from '@salesforce/label/c.Jobs_About_Reconcile';
import aboutRepair from '@salesforce/label/c.Jobs_About_Repair_Webhooks';
import aboutSample from '@salesforce/label/c.Jobs_About_Send_Sample_Event';
import type { JobType } from 'c/jobs';

export const labels = {
  ...{ all, asked, estimate, from, fromFuture, fromHelp, heading, shop, start, type },
};

/** What can be started here, and what it does. */
export const ABOUT: [JobType, string][] = [
  ['Load History', aboutHistory],
  ['Reconcile', aboutReconcile],
  ['Repair Webhooks', aboutRepair],
  ['Send Sample Event', aboutSample],
];
